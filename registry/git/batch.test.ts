import { expect, onTestFinished, test } from "vitest";
import { type Answer, BatchEnded, openBatch } from "./batch";
import { objectId } from "./object";
import { openFixture } from "./repository.fixture";
import { LARGEST_OBJECT } from "./version";

test.each([true, false])(
  "answers come in the order asked, whatever their sizes (batch command: %s)",
  async (batchCommand) => {
    const { repository, git } = await openFixture();
    if (!repository.git) throw new Error("This test needs git.");
    const batch = openBatch({ ...repository.git, batchCommand });
    onTestFinished(() => batch.close());
    const sizes = [
      0,
      1,
      4095,
      65_536,
      LARGEST_OBJECT + 1,
      10,
      200_000,
      LARGEST_OBJECT,
      3 * LARGEST_OBJECT,
      1,
    ];
    const oids = sizes.map((size, index) =>
      git(["hash-object", "-w", "--stdin"], Buffer.alloc(size, `\n${index} `)),
    );
    const absent = "0123456789".repeat(4);
    const asked = [absent, ...oids, absent, ...oids.toReversed()];
    const expected = asked.map((oid) => {
      const size = sizes[oids.indexOf(oid)];
      return size !== undefined && size > LARGEST_OBJECT
        ? `${oid} not shown`
        : size === undefined
          ? "absent"
          : oid;
    });
    const seen = (answers: Answer[]) =>
      answers.map((answer) => {
        if (!answer) return "absent";
        return answer.bytes ? objectId(answer.type, answer.bytes) : `${answer.oid} not shown`;
      });
    const [first, second, none] = await Promise.all([
      batch.ask(asked),
      batch.ask(asked.slice(0, 3)),
      batch.ask([]),
    ]);
    expect(seen(first)).toEqual(expected);
    expect(seen(second)).toEqual(expected.slice(0, 3));
    expect(none).toEqual([]);
  },
);

test("when git ends, who waits is told, and who asks later too", async () => {
  const { repository } = await openFixture();
  if (!repository.git) throw new Error("This test needs git.");
  const { start } = repository.git;
  const batch = openBatch({ ...repository.git, start: () => start(["no-such-command"]) });
  await expect(batch.ask(["HEAD"])).rejects.toBeInstanceOf(BatchEnded);
  await expect(batch.ask(["HEAD"])).rejects.toBeInstanceOf(BatchEnded);
});

test("a replacement that someone laid over an object is not looked at", async () => {
  const { repository, git } = await openFixture();
  if (!repository.git) throw new Error("This test needs git.");
  const [oid, other] = ["true", "false"].map((text) => git(["hash-object", "-w", "--stdin"], text)) as [
    string,
    string,
  ];
  git(["replace", oid, other]);
  const batch = openBatch(repository.git);
  onTestFinished(() => batch.close());
  expect((await batch.ask([oid]))[0]?.bytes?.toString()).toBe("true");
});
