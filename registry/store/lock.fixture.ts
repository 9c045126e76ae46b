import { lockFolder } from "./lock";

/** A process that takes the data folder of its argument, says whether it could, and then holds it until it is killed. */
const lock = lockFolder(String(process.argv[2]));
console.log(lock ? "mine" : "another's");
if (lock) setInterval(() => lock, 1000);
