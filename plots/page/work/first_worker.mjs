// @ts-check
// The engine out of the file, and the first worker that it runs in.
import { carried } from "../payload.mjs";
import { startRemote } from "./remote.mjs";

/** The worker reads its script while the engine is unpacked and compiled. Fails where a policy forbids either. */
export async function firstWorker() {
  const code = await carried("worker");
  if (!code) throw new Error("no worker");
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const remote = startRemote(address);
  try {
    const bytes = await carried("engine");
    if (!bytes) throw new Error("no engine");
    return { address, remote, module: await WebAssembly.compile(bytes) };
  } catch (error) {
    remote.stop();
    throw error;
  }
}
