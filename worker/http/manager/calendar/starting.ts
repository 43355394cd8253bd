import type { Beside, StartRow } from '../../../../web/pages/manager/calendar/calendar-data.ts'
import { type CalendarView, queryOf, type SlotAsked } from '../../../../web/pages/manager/calendar/view.ts'
import { BOOK, paths } from '../../../../web/pages/paths.ts'
import type { FieldError } from '../../../../web/parts/form.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { sentenceOf } from '../../../../web/words/refusals/sentence.ts'
import type { Person } from '../../../domain/people/person.ts'
import { whyNot } from '../../../domain/slot/judge.ts'
import { slotAt } from '../../../domain/slot/slot.ts'
import { formatWallTime, wallText } from '../../../domain/time/days.ts'
import type { Interval } from '../../../domain/time/time.ts'
import { toInstant } from '../../../domain/time/zones.ts'
import { listRoundsOf, type Round } from '../../../storage/session/round.ts'
import { readDiaries } from '../../../storage/slot/diary.ts'
import { type AppContext, identityOf } from '../../context.ts'
import type { ProgrammeScope } from '../programme-scope.ts'
import type { MentorCalendar } from './read.ts'
import { zoneShown } from './turning.ts'

/** Whoever is not free is listed up to here; one mentor's are always all. */
const OTHERS_LISTED = 30

type Here = {
  readonly scope: Pick<ProgrammeScope, 'programme'>
  readonly view: CalendarView
  readonly slot: SlotAsked
  readonly members: MentorCalendar['members']
}

/** A time to book or offer, and for which pairings the judge would let it pass. */
export async function startingFor(c: AppContext, { scope, view, slot, members }: Here): Promise<Beside> {
  const zone = zoneShown(c, view)
  const { programme } = scope
  const minutes = slot.minutes ?? programme.policy.minutes
  const time =
    slot.day !== null && slot.time !== null ? slotAt(toInstant(zone, slot.day, slot.time), minutes) : null
  const rows = time ? await rowsOf(c, { scope, view, slot, members }, time) : []
  const [free, others] = [rows.filter(isFree), rows.filter((row) => !isFree(row))]
  return {
    kind: 'slot',
    form: { values: typedValues(c, slot), errors: time ? [] : errorsOf(c) },
    // The zone is always said, so that whoever is sent the address reads the same time.
    hidden: {
      ...queryOf({ ...view, session: null }),
      zone,
      new: '1',
      ...(slot.mentor && { with: slot.mentor }),
    },
    time,
    free,
    others: others.slice(0, OTHERS_LISTED),
    unlisted: Math.max(0, others.length - OTHERS_LISTED),
  }
}

function isFree({ against }: StartRow): boolean {
  return against === null
}

/** Pairings whose next session is still to be arranged, by the executive's name. */
async function rowsOf(c: AppContext, here: Here, time: Interval): Promise<readonly StartRow[]> {
  const platform = c.get('platform')
  const { programme } = here.scope
  const now = platform.now()
  const byId = new Map<string, Person>(here.members.map((each) => [each.id, each]))
  const wanted = (await listRoundsOf(platform.db, programme.id)).flatMap((round) => {
    const [mentor, executive] = [byId.get(round.pairing.mentorId), byId.get(round.pairing.executiveId)]
    return mentor && executive && isToArrange(round, here) ? [{ ...round, mentor, executive }] : []
  })
  const reach = { now, horizon: programme.policy.horizon, window: time }
  const people = wanted.flatMap(({ mentor, executive }) => [mentor, executive])
  const diaryOf = await readDiaries(platform.db, people, reach)
  const query = bookingQuery(c, here.slot, time)
  return wanted
    .map(({ pairing, open, mentor, executive }) => {
      const diary = { mentor: diaryOf(mentor), executive: diaryOf(executive), policy: programme.policy, now }
      const refusal = whyNot(time, diary, { ignoring: open?.id ?? null })
      const names = { mentor: mentor.name, executive: executive.name, answerer: null }
      return {
        id: pairing.id,
        executive: executive.name,
        mentor: mentor.name,
        against: refusal && sentenceOf(refusal, identityOf(c).person, names),
        bookHref: `${paths.pairing(pairing.id)}?${query}#${BOOK}`,
        offerHref: `${paths.offer(pairing.id)}?${query}`,
      }
    })
    .toSorted((one, other) => one.executive.localeCompare(other.executive))
}

function isToArrange({ pairing, open }: Round, { view, slot }: Here): boolean {
  const mentor = slot.mentor ?? view.mentor
  const isOpen = pairing.status === 'active' || pairing.status === 'proposed'
  return isOpen && open?.status !== 'fixed' && (mentor === null || pairing.mentorId === mentor)
}

/** Both pages read their times on the reader's own clock. */
function bookingQuery(c: AppContext, { minutes }: SlotAsked, time: Interval): URLSearchParams {
  const [date = '', hour = ''] = wallText(identityOf(c).person.zone, time.start).split('T')
  return new URLSearchParams({ date, time: hour, ...(minutes !== null && { minutes: String(minutes) }) })
}

/** As they were typed, where they cannot be read. */
function typedValues(c: AppContext, { day, time, minutes }: SlotAsked): Readonly<Record<string, string>> {
  return {
    date: day ?? c.req.query('date') ?? '',
    time: time === null ? (c.req.query('time') ?? '') : formatWallTime(time),
    minutes: minutes === null ? '' : String(minutes),
  }
}

/** Only what was typed and cannot be read is wrong: an empty form is new, a day alone is a start. */
function errorsOf(c: AppContext): readonly FieldError[] {
  const { date, time } = c.req.query()
  const words = wordsFor(identityOf(c).person).answering
  if (!time) return []
  return date ? [{ field: 'time', message: words.badTime }] : [{ field: 'date', message: words.badDate }]
}
