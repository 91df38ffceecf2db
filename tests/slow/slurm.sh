#!/usr/bin/env bash
# slurm.sh COMMAND: a job array on real Slurm, a controller and two nodes on the loopback, as root. One task is requeued while it
# runs, one node is killed; the merge is whole and byte for byte what one process gives.
set -euo pipefail
command="$(realpath "$1")"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
there="$(mktemp -d /tmp/framsyn-slurm.XXXXXX)"
R="$there/slurm"
finish() {
    local file
    for file in "$R"/*.pid; do [[ -e $file ]] && kill "$(<"$file")" 2>/dev/null || true; done
    sleep 1
    rm -rf "$there"
}
trap finish EXIT

mkdir -p "$R"/{state,log,spool.n1,spool.n2,tmp.n1,tmp.n2}
cat >"$R/slurm.conf" <<CONF
ClusterName=loop
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$R/munge.sock
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$R/state
SlurmdSpoolDir=$R/spool.%n
TmpFS=$R/tmp.%n
SlurmctldPidFile=$R/slurmctld.pid
SlurmdPidFile=$R/slurmd.%n.pid
SlurmctldLogFile=$R/log/slurmctld.log
SlurmdLogFile=$R/log/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/linux
JobCompType=jobcomp/filetxt
JobCompLoc=$R/log/jobcomp.log
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
RequeueExit=99
SchedulerParameters=sched_interval=1,requeue_setup_env_fail
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=17001 CPUs=4 RealMemory=4000 State=UNKNOWN
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port=17002 CPUs=4 RealMemory=4000 State=UNKNOWN
PartitionName=debug Nodes=n1,n2 Default=YES MaxTime=60 DefMemPerCPU=500 State=UP
CONF
dd if=/dev/urandom of="$R/munge.key" bs=1 count=1024 status=none
chmod 400 "$R/munge.key"
chmod 755 "$there" "$R"
munged --force --key-file="$R/munge.key" --socket="$R/munge.sock" --pid-file="$R/munged.pid" \
    --log-file="$R/log/munged.log" --seed-file="$R/munged.seed"
export SLURM_CONF="$R/slurm.conf"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF" -N n1
slurmd -f "$SLURM_CONF" -N n2
for _ in $(seq 50); do
    [[ $(sinfo -h -o %T | sort -u) == idle ]] && break
    sleep 0.2
done
sinfo -Nl

cp -r "$root/scenarios/helse-nord" "$there/hn"
cd "$there"
sed -i 's/^points = 64$/points = 20/' hn/sweeps/liten.toml # 140 points
"$command" sweep hn/sweeps/liten.toml --out whole --quiet
"$command" sweep hn/sweeps/liten.toml --slurm c --lang en
# The trial finds one task enough for so small a sweep; eight make an array of it.
sed -i -E 's/--array=1-1$/--array=1-8/; s#TASK_ID/1"#TASK_ID/8"#; s/--mem=.*/--mem=400M/; s/--cpus-per-task=4/--cpus-per-task=1/' c/slurm/array.sh
sed -i 's/--mem=2000M/--mem=500M/' c/slurm/merge.sh
submit() {
    submitted="$(sh c/slurm/submit.sh)"
    echo "$submitted"
    array="$(sed -E 's/array ([0-9]+),.*/\1/' <<<"$submitted")"
    merge="$(sed -E 's/.*merge ([0-9]+)/\1/' <<<"$submitted")"
}
# What has been requeued would wait two minutes: not here, once the killed node has done away with what ran on it.
wait_for_merge() {
    local job round
    for round in $(seq 600); do
        squeue -h -j "$array,$merge" 2>/dev/null | grep -q . || return 0
        sleep 0.5
        [[ $round -lt 16 ]] && continue
        for job in $(squeue -h -r -t PD -j "$array" -o %i 2>/dev/null); do
            scontrol update JobId="$job" StartTime=now 2>/dev/null || true
        done
    done
}
# Everything on the node ends at once, as where the power goes: the daemon, the jobs' shepherds, then the jobs. Were a shepherd left, it
# would say that its job failed, which is no reason to run it again; and were the node back before the controller had taken its
# jobs from it, the end of the old would be taken for that of the new.
node_dies() {
    local pid shepherds=() jobs=()
    kill -9 "$(<"$R/slurmd.$1.pid")"
    for pid in $(grep -lzsx "SLURMD_NODENAME=$1" /proc/[0-9]*/environ | cut -d / -f 3); do
        grep -qzsx "SLURM_CONF=$SLURM_CONF" "/proc/$pid/environ" || continue
        jobs+=("$pid")
        shepherds+=($(awk '$1 == "PPid:" { print $2 }' "/proc/$pid/status" 2>/dev/null))
    done
    for pid in "${shepherds[@]}"; do
        [[ $(cat "/proc/$pid/comm" 2>/dev/null) == slurmstepd ]] && kill -9 "$pid" 2>/dev/null || true
    done
    for pid in "${jobs[@]}"; do kill -9 "$pid" 2>/dev/null || true; done
    echo "node $1 died with ${#jobs[@]} processes"
    scontrol update NodeName="$1" State=DOWN Reason=killed
    for _ in $(seq 100); do
        squeue -h -w "$1" -t R,CG | grep -q . || return 0
        sleep 0.2
    done
}
submit
for _ in $(seq 50); do
    squeue -h -r -t R -j "$array" -o %K | grep -q . && break
    sleep 0.1
done
running="$(squeue -h -r -t R -j "$array" -o %K | head -n 1)"
scontrol requeue "${array}_$running"
echo "requeued task $running"
sleep 1
node_dies n2
slurmd -f "$SLURM_CONF" -N n2 -c
scontrol update NodeName=n2 State=RESUME 2>/dev/null || true
wait_for_merge
cat c/slurm/merge.log
"$command" sweep status c --lang en
cmp whole/sweep.nc c/sweep.nc
echo "the array's merge is byte for byte what one process gives"
