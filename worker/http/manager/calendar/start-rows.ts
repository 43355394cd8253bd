import type { StartRow } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import type { CalendarView, SlotAsked } from '../../../../web/pages/manager/calendar/view.ts'
import { BOOK, paths } from '../../../../web/pages/paths.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { PersonId } from '../../../domain/ids.ts'
import { inLine, lineBetween } from '../../../domain/pairing/reporting-line.ts'
import { minutesOf } from '../../../domain/path/length.ts'
import { NO_PATH } from '../../../domain/path/path.ts'
import type { Refusal } from '../../../domain/refusals.ts'
import { isSoft } from '../../../domain/slot/diary.ts'
import { whyNot } from '../../../domain/slot/judge.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { wallText } from '../../../domain/time/days.ts'
import { type Interval, MINUTE, type Zone } from '../../../domain/time/time.ts'
import { listCandidates } from '../../../storage/pairing/candidate.ts'
import { findProgrammePaths } from '../../../storage/path/path.ts'
import type { Member } from '../../../storage/people/membership.ts'
import { listRoundsOf, type Round } from '../../../storage/session/round.ts'
import { readDiaries } from '../../../storage/slot/diary.ts'
import { type AppContext, identityOf } from '../../context.ts'
import type { ProgrammeScope } from '../programme-scope.ts'
import type { MentorCalendar } from './read.ts'

export type StartAsked = {
  readonly scope: Pick<ProgrammeScope, 'programme'>
  readonly view: CalendarView
  readonly slot: SlotAsked
  readonly members: MentorCalendar['members']
}

/** A pairing that still needs a date, at the asked time in its own length. */
type Wanted = Pick<Round, 'pairing' | 'open'> & {
  readonly mentor: Member
  readonly executive: Member
  readonly time: Interval
}

/** What the judge says to each, by the executive's name. `shown` is the time in the length that the panel says. */
export async function rowsFor(
  c: AppContext,
  asked: StartAsked,
  shown: Interval,
): Promise<readonly StartRow[]> {
  const wanted = await wantedAt(c, asked, shown)
  const judge = await judgeOf(c, asked, wanted)
  const { person } = identityOf(c)
  return wanted
    .map((each) => {
      const { pairing, mentor, executive, time } = each
      const names = { mentor: mentor.name, executive: executive.name, answerer: null }
      const refusal = judge(each)
      const query = bookingQuery(person.zone, time)
      return {
        id: pairing.id,
        executive: executive.name,
        mentor: mentor.name,
        minutes: time.end === shown.end ? null : minutesIn(time),
        against: refusal && sentenceOf(refusal, person, names),
        ways:
          refusal && !isSoft(refusal)
            ? null
            : {
                book: `${paths.pairing(pairing.id)}?${query}#${BOOK}`,
                offer: `${paths.offer(pairing.id)}?${query}`,
              },
      }
    })
    .toSorted((one, other) => one.executive.localeCompare(other.executive))
}

/** Pairings whose next session is still to be arranged, each with its own length where none was asked for. */
async function wantedAt(c: AppContext, asked: StartAsked, { start }: Interval): Promise<readonly Wanted[]> {
  const { db } = c.get('platform')
  const { programme } = asked.scope
  const byId = new Map<PersonId, Member>(asked.members.map((each) => [each.id, each]))
  const [rounds, { formats, paths: ways }] = await Promise.all([
    listRoundsOf(db, programme.id),
    findProgrammePaths(db, programme.id),
  ])
  return rounds.flatMap((round) => {
    const { pairing, open } = round
    const [mentor, executive] = [byId.get(pairing.mentorId), byId.get(pairing.executiveId)]
    if (!mentor || !executive || !isToArrange(round, asked)) return []
    const path = ways.get(pairing.id) ?? NO_PATH
    const usual = () => minutesOf({ formats, executive, pairing, path, session: open, programme })
    const minutes = asked.slot.minutes ?? open?.minutes ?? usual()
    return [{ pairing, open, mentor, executive, time: slotAt(start, minutes) }]
  })
}

function isToArrange({ pairing, open }: Round, { view, slot }: StartAsked): boolean {
  const mentor = slot.mentor ?? view.mentor
  const isOpen = pairing.status === 'active' || pairing.status === 'proposed'
  return isOpen && open?.status !== 'fixed' && (mentor === null || pairing.mentorId === mentor)
}

/** The reporting line comes first, because no time helps there. All diaries are read in one call. */
async function judgeOf(
  c: AppContext,
  { scope: { programme } }: StartAsked,
  wanted: readonly Wanted[],
): Promise<(one: Wanted) => Refusal | null> {
  const { db, now: clock } = c.get('platform')
  const now = clock()
  const people = wanted.flatMap(({ mentor, executive }) => [mentor, executive])
  const window = wanted.map(({ time }) => time).toSorted((one, other) => other.end - one.end)[0] ?? null
  const [diaryOf, candidates] = await Promise.all([
    readDiaries(db, people, { now, horizon: programme.policy.horizon, window }),
    listCandidates(db, programme.id, people),
  ])
  const byId = new Map(candidates.map((each) => [each.person.id, each]))
  return ({ mentor, executive, open, time }) => {
    const [one, other] = [byId.get(mentor.id), byId.get(executive.id)]
    const line = one && other ? lineBetween(one, other) : null
    const diary = { mentor: diaryOf(mentor), executive: diaryOf(executive), policy: programme.policy, now }
    return line ? inLine(line) : whyNot(time, diary, { ignoring: open?.id ?? null })
  }
}

/** Both pages read their times on the reader's own clock. */
function bookingQuery(zone: Zone, time: Interval): URLSearchParams {
  const [date = '', hour = ''] = wallText(zone, time.start).split('T')
  return new URLSearchParams({ date, time: hour, minutes: String(minutesIn(time)) })
}

function minutesIn({ start, end }: Interval): number {
  return (end - start) / MINUTE
}
