import type { Diary } from './diary.ts'

/** For a time that was agreed or held before: nobody has to be told of it in time once more. */
export function withoutNotice(diary: Diary): Diary {
  const { policy, mentor, executive } = diary
  return {
    ...diary,
    policy: { ...policy, notice: 0 },
    mentor: { ...mentor, rules: { ...mentor.rules, notice: 0 } },
    executive: { ...executive, rules: { ...executive.rules, notice: 0 } },
  }
}
