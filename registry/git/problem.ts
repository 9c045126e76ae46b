/** Why what a tag points to is not a version. Each is said to a person; none of them harms another version. */
export type ProblemCode =
  | "malformed_tag"
  | "not_annotated"
  | "not_a_commit"
  | "renamed"
  | "file_missing"
  | "file_elsewhere"
  | "more_than_one_file"
  | "not_plain_file"
  | "too_large"
  | "missing_object"
  | "corrupt";

export interface Problem {
  code: ProblemCode;
  /** One sentence: what is wrong, where, and what would be right. */
  message: string;
}

/** Thrown inside this room where reading a version meets a problem; its readers answer with the problem. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export function problem(code: ProblemCode, message: string): ProblemError {
  return new ProblemError({ code, message });
}
