import { readdirSync } from "node:fs";
import path from "node:path";
import { openStore } from "./open";

/** A process that opens the database of its first argument, runs as many transactions as its second says, and counts its open files. */
const [, program, file, count] = process.argv as [string, string, string, string];

const openFiles = () => readdirSync("/proc/self/fd").length;
const store = await openStore(file, path.resolve(program, "../../prisma/migrations"));
const one = (number: number) =>
  store.transact(async (tx) => {
    const data = { name: `masque-${number}`, index: number, createdAt: new Date(0) };
    await tx.$executeRawUnsafe(
      `INSERT INTO "Masque" (name, "index", createdAt) VALUES (?, ?, ?)`,
      ...Object.values(data),
    );
  });
for (let number = 1; number <= 100; number++) await one(number);
const before = openFiles();
for (let number = 101; number <= Number(count); number++) await one(number);
console.log(JSON.stringify({ before, after: openFiles(), rows: await store.reader.masque.count() }));
await store.close();
