import { TodayPage } from '../../../../web/pages/manager/today/today.tsx'
import { paths } from '../../../../web/pages/paths.ts'
import type { Notice, PageFrame } from '../../../../web/parts/page-frame.ts'
import { wordsFor } from '../../../../web/words/pages/words.ts'
import { putOffItems, showAgain, snoozeItem } from '../../../actions/today/snooze.ts'
import { LINES_PER_KIND_ON_PAGE } from '../../../domain/limits.ts'
import { addDays, startOfDay, weekdayOf } from '../../../domain/time/days.ts'
import { readDay } from '../../../domain/time/typed.ts'
import { toWall } from '../../../domain/time/zones.ts'
import { asReadBy, type Item, type Kind, KINDS, type Morning } from '../../../domain/today/item.ts'
import { findItems, findPutOff } from '../../../domain/today/items.ts'
import { shownOf } from '../../../domain/today/shown.ts'
import { keyOf, kindOf } from '../../../domain/today/snooze.ts'
import { findTestInvite } from '../../../storage/letter/test-invite.ts'
import { openRecordRequests } from '../../../storage/record/request.ts'
import { findMorning, type MorningWithPeople } from '../../../storage/today/morning.ts'
import { type App, type AppContext, identityOf, managerOf } from '../../context.ts'
import { typedByReader } from '../../forms/dates.ts'
import { allFieldsOf, fieldsOf } from '../../forms/fields.ts'
import { whyReasonTooLong } from '../../forms/reason.ts'
import { explain, type RefusalStatus } from '../../refusals.ts'
import { missing } from '../../responses.tsx'
import { afterLines, afterSaving, backIn, MOST_IN_A_PRESS } from '../after-press.ts'
import { listPage } from '../list-page.ts'
import { strangersPages } from '../mail/strangers.tsx'
import { noticeAfter } from '../notice-after.ts'
import { frameInProgramme, programmeScope, programmeScopeOfForm } from '../programme-scope.ts'
import { doAsProposed, type Done, type NotDone } from './deeds.ts'
import { firstStepsFor } from './first-steps.ts'
import { linesFor } from './lines.ts'
import { findProposed } from './offers.ts'

export function todayPages(app: App): void {
  app.get(paths.today, (c) => page(c, null))
  strangersPages(app)
  app.post(paths.snoozes, (c) => snooze(c))
  app.post(paths.deeds, (c) => deeds(c))
}

async function snooze(c: AppContext) {
  const fields = await fieldsOf(c)
  const scope = programmeScopeOfForm(c, fields)
  if (!scope) return missing(c)
  const platform = c.get('platform')
  const programmeId = scope.programme.id
  const { key = '', until = '', done, again } = fields
  const back = backIn(fields, paths.today)
  if (again) {
    const shown = await showAgain(platform, programmeId, [{ key, at: null }])
    const isBack = shown.ok && shown.value > 0
    return c.redirect(afterSaving(back, isBack ? 'back' : 'not-back'), 303)
  }
  const day = done ? null : dayIn(c, until)
  if (!done && day === null) return page(c, refusedNotice(wordsFor(identityOf(c).person).today.badDay), 422)

  const snoozed = await snoozeItem(platform, { programmeId, key, until: day }, managerOf(c))
  if (snoozed.ok) {
    const changed = changedBy([[key, snoozed.value]])
    const what = changed.sessions.length > 0 ? null : done ? 'settled' : 'put-off'
    return c.redirect(afterLines(back, what, changed), 303)
  }
  const { status, code, sentence } = explain(snoozed.refusal, identityOf(c).person)
  c.set('refused', code)
  return page(c, refusedNotice(sentence), status)
}

/** Does what lines propose, or puts them off; several at once are done one after the other. */
async function deeds(c: AppContext) {
  const all = await allFieldsOf(c)
  const fields = Object.fromEntries(Object.entries(all).map(([name, values]) => [name, values[0]]))
  const scope = programmeScopeOfForm(c, fields)
  if (!scope) return missing(c)
  const platform = c.get('platform')
  const back = backIn(fields, paths.today)
  const keys = [...new Set(all['line'] ?? [])].slice(0, MOST_IN_A_PRESS)
  const [kind = null, ...kinds] = new Set(keys.map(kindOf))
  const read = await findMorning(platform, scope.programme.id, { whole: kinds.length > 0 ? null : kind })
  if (!read) return missing(c)
  const morning = asReadBy(read, identityOf(c).person.id)
  if (keys.length === 0) return c.redirect(back, 303)

  const long = whyReasonTooLong(c, fields)
  if (long) return page(c, refusedNotice(long.errors[0]?.message ?? ''), 422)
  const until = fields['until']
  if (until !== undefined) {
    const day = dayIn(c, until)
    const words = wordsFor(identityOf(c).person).today
    if (day === null) return page(c, refusedNotice(words.badDay), 422)
    const put = await putOffItems(platform, morning, { keys, until: day }, identityOf(c).person.id)
    if (!put.ok) return page(c, refusedNotice(words.badDay), 422)
    if (put.value.length === 0) return page(c, refusedNotice(words.gone), 409)
    return c.redirect(afterLines(back, 'put-off', { lines: put.value }), 303)
  }

  const items = findItems({ ...morning, snoozes: [] })
  const by = managerOf(c)
  const done: (readonly [string, Done])[] = []
  const refused: string[] = []
  for (const key of keys) {
    const item = items.find((each) => keyOf(each) === key)
    const result = item ? await doAsProposed(c, item, { morning, fields, by }) : null
    if (result?.ok) done.push([key, result.value])
    else refused.push(whyNot(c, item ?? null, result?.refusal ?? null, morning))
  }
  const changed = changedBy(done)
  const settled = done.flatMap(([, { session, what = 'settled' }]) => (session === null ? [what] : []))
  const after = afterLines(back, settled[0] ?? null, changed)
  if (refused.length === 0) return c.redirect(after, 303)
  const said = done.length > 0 ? await noticeAfter(c, after) : null
  const sentence = [said?.sentence, ...refused].filter((each) => each !== undefined).join(' ')
  return page(c, { tone: 'refused', sentence, deeds: said?.deeds ?? [] }, 409)
}

/** The sessions that are others now, and the lines that are only settled and can be had back. */
function changedBy(done: readonly (readonly [string, Done])[]) {
  return {
    sessions: done.flatMap(([, { session }]) => session ?? []),
    lines: done.flatMap(([key, { session, at }]) => (session || at === null ? [] : [{ key, at }])),
  }
}

/** With the name, where several were chosen. */
function whyNot(
  c: AppContext,
  item: Item | null,
  refusal: NotDone | null,
  morning: MorningWithPeople,
): string {
  const { person } = identityOf(c)
  const words = wordsFor(person).today
  if (!item || !refusal) return words.gone
  const nameOf = (id: string | undefined) => morning.members.find((each) => each.id === id)?.name ?? null
  const pairing =
    morning.pairings.find(({ id }) => id === item.pairingId) ??
    morning.sessions.find(({ id }) => id === item.sessionId)
  const names = { executive: nameOf(pairing?.executiveId), mentor: nameOf(pairing?.mentorId), answerer: null }
  const who = names.executive ?? nameOf(item.personId ?? undefined) ?? ''
  if (refusal.reason === 'needs-more') return words.notDone(who, words.needsMore)
  const { code, sentence } = explain(refusal, person, names)
  c.set('refused', code)
  return words.notDone(who, sentence)
}

function dayIn(c: AppContext, text: string) {
  const day = readDay(text, typedByReader(c))
  return day === null ? null : startOfDay(identityOf(c).person.zone, day)
}

function refusedNotice(sentence: string): Notice {
  return { tone: 'refused', sentence }
}

const DEFAULT_SNOOZE_DAYS = 3

async function page(c: AppContext, notice: Notice | null, status: 200 | 409 | 422 | RefusalStatus = 200) {
  const scope = programmeScope(c)
  const platform = c.get('platform')
  const kind = KINDS.find((each) => each === c.req.query('kind')) ?? null
  const read = scope && (await findMorning(platform, scope.programme.id, { whole: kind }))
  if (!scope || !read) return missing(c)
  const morning = asReadBy(read, identityOf(c).person.id)

  const frame = frameInProgramme(c, 'today', scope, notice)
  const { items, more, pages } = linesOn(c, findItems(morning), morning, kind)
  const proposed = await findProposed(platform, items, managerOf(c))
  const recordRequests = await openRecordRequests(platform, morning.recordRequests)
  const around = { morning: { ...morning, recordRequests }, proposed, frame, newId: platform.newId }
  const asleep = kind === null ? findPutOff(morning) : []
  const lines = linesFor(
    asleep.map(({ item }) => item),
    around,
  )
  const shown = linesFor(items, around)
  const { id, email } = identityOf(c).person
  const invite = morning.firstRun && (await findTestInvite(platform.db, id))
  const way = kind === null ? firstStepsFor(shown, items, around, { email, invite }) : null
  return c.html(
    <TodayPage
      frame={frame}
      items={shown.filter(({ key }) => key !== way?.time?.item.key)}
      asleep={lines.map((line, index) => ({ ...line, until: asleep[index]?.until ?? frame.now }))}
      more={more}
      only={kind && { kind, pages }}
      later={laterThan(frame)}
      firstSteps={way}
      isEmptyBecause={whyEmpty(morning)}
    />,
    status,
  )
}

function whyEmpty({ programme, pairings }: Pick<Morning, 'programme' | 'pairings'>) {
  if (programme.status !== 'open') return 'closed'
  return pairings.length === 0 ? 'nobody-paired' : 'arranged'
}

function laterThan({ zone, now }: PageFrame) {
  const today = toWall(zone, now).day
  return {
    tomorrow: addDays(today, 1),
    monday: addDays(today, 8 - weekdayOf(today)),
    day: addDays(today, DEFAULT_SNOOZE_DAYS),
  }
}

/** The lines of Today, or of one kind those behind the cursor: whatever waits longest comes first there. */
function linesOn(c: AppContext, found: readonly Item[], { unread }: Morning, kind: Kind | null) {
  if (kind === null) return { ...shownOf(found, unread, LINES_PER_KIND_ON_PAGE), pages: null }
  const ofKind = found.filter((item) => item.kind === kind)
  const keyIn = (item: Item) => [item.since, keyOf(item)] as const
  const { shown, pages } = listPage(c, paths.today, ofKind, keyIn)
  return { items: shown, more: [], pages }
}
