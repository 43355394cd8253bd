/** What many kills have shown. All but the counts of traffic must be none. */
export type Tally = {
  readonly rounds: number
  readonly asked: number
  readonly acknowledged: number
  /** Stored, though the server died before it said so. */
  readonly storedUnsaid: number
  /** Acknowledged, and not there. */
  readonly lost: readonly string[]
  /** What the check of the database found after a kill. */
  readonly half: readonly string[]
  /** Repeats after which the server still says two different things. */
  readonly unsettled: readonly string[]
  readonly mails: number
  /** Mails that were handed over twice, to the octet the same. */
  readonly secondCopies: number
  /** Two mails of one revision, or two copies that differ. */
  readonly doubled: readonly string[]
  /** Letters that did not leave after the last tick. */
  readonly unsent: number
}

export function isSound({ lost, half, unsettled, doubled, unsent }: Tally): boolean {
  return lost.length + half.length + unsettled.length + doubled.length + unsent === 0
}

export function tableOf(tally: Tally): string {
  const { lost, half, unsettled, doubled } = tally
  const rows: readonly (readonly [string, number])[] = [
    ['kills', tally.rounds],
    ['changes asked for', tally.asked],
    ['acknowledged', tally.acknowledged],
    ['stored though the server died before it answered', tally.storedUnsaid],
    ['acknowledged and lost', lost.length],
    ['half written', half.length],
    ['repeats that do not settle', unsettled.length],
    ['mails', tally.mails],
    ['second copies, the same to the octet', tally.secondCopies],
    ['mails that differ or came for nothing', doubled.length],
    ['letters that did not leave', tally.unsent],
  ]
  return [
    ...rows.map(([what, count]) => `${String(count).padStart(6)}  ${what}`),
    ...[...lost, ...half, ...unsettled, ...doubled].slice(0, 20),
  ].join('\n')
}
