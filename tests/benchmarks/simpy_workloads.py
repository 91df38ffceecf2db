# simpy_workloads.py version | W1 SEED | W2 SEED | W3 SEED: the reference workloads in SimPy 3 or later. Prints customers
# (W3: unit visits) per second of processor time. W3 starts with the beds as full as they will be, so that a short run has
# the load of a long one.
import math
import random
import sys
import time

import simpy

CV = math.sqrt(math.log(2.44))  # standard deviation of the logarithm when the coefficient of variation is 1.2


def one_unit(rate, stay, beds, days):
    env = simpy.Environment()
    unit = simpy.Resource(env, beds)
    sums = {"n": 0, "wait": 0.0, "in_beds": 0, "area": 0.0, "last": 0.0}

    def count(change):
        sums["area"] += sums["in_beds"] * (env.now - sums["last"])
        sums["last"] = env.now
        sums["in_beds"] += change

    def customer():
        came = env.now
        with unit.request() as place:
            yield place
            sums["n"] += 1
            sums["wait"] += env.now - came
            count(1)
            yield env.timeout(stay())
            count(-1)

    def source():
        while True:
            yield env.timeout(random.expovariate(rate))
            env.process(customer())

    env.process(source())
    env.run(until=days)
    return sums["n"]


def region(days):
    hospitals, kinds = 4, 5
    total = 150000 / 365.25
    of_hospital, of_kind = (0.35, 0.3, 0.2, 0.15), (0.3, 0.2, 0.25, 0.1, 0.15)
    mean_stay, week = (3, 5, 2, 7, 4), (1.1, 1.08, 1.05, 1.02, 1.0, 0.9, 0.85)
    beds = (165, 219, 100, 184, 120, 142, 188, 85, 158, 103, 95, 125, 57, 105, 69, 71, 94, 43, 79, 52)
    log_median = [math.log(mean) - CV * CV / 2 for mean in mean_stay]
    env = simpy.Environment()
    units = [simpy.PriorityResource(env, n) for n in beds]
    in_beds, area, last = [0] * len(beds), [0.0] * len(beds), [0.0] * len(beds)
    sums = {"visits": 0, "overflow": 0, "wait": [0.0, 0.0], "waited": [0, 0]}

    def count(u, change):
        area[u] += in_beds[u] * (env.now - last[u])
        last[u] = env.now
        in_beds[u] += change

    def has_free(u):
        return units[u].count < units[u].capacity

    def customer(u, priority):
        while True:
            if not has_free(u):
                for step in range(1, hospitals):
                    other = (u + step * kinds) % len(beds)
                    if has_free(other):
                        u = other
                        sums["overflow"] += 1
                        break
            came = env.now
            with units[u].request(priority=priority) as place:
                yield place
                sums["visits"] += 1
                sums["wait"][priority] += env.now - came
                sums["waited"][priority] += env.now > came
                count(u, 1)
                yield env.timeout(random.lognormvariate(log_median[u % kinds], CV))
                count(u, -1)
            if random.random() >= 0.2:
                return
            u = u // kinds * kinds + (u % kinds + 1) % kinds

    def source(u):
        base = total * of_hospital[u // kinds] * of_kind[u % kinds]
        while True:
            yield env.timeout(random.expovariate(1.265 * base))
            season = 1 + 0.15 * math.sin(2 * math.pi / 365.25 * env.now)
            if random.random() * 1.265 <= season * week[int(env.now) % 7]:
                env.process(customer(u, 0 if random.random() < 0.3 else 1))

    for u in range(len(beds)):
        env.process(source(u))
    env.run(until=30)  # fills the beds; not timed
    began, before = time.process_time(), sums["visits"]
    env.run(until=30 + days)
    return (sums["visits"] - before) / (time.process_time() - began)


def main():
    if sys.argv[1] == "version":
        print(simpy.__version__)
        return
    workload, seed = sys.argv[1], int(sys.argv[2])
    random.seed(seed)
    if workload == "W3":
        print(region(150))
        return
    began = time.process_time()
    if workload == "W1":
        n = one_unit(0.9, lambda: random.expovariate(1.0), 1, 60000)
    else:
        log_median = math.log(5) - CV * CV / 2
        n = one_unit(10, lambda: random.lognormvariate(log_median, CV), 60, 5844)
    print(n / (time.process_time() - began))


main()
