import { expect, test } from 'vitest'

import type { CalendarAround, CalendarData } from '../../web/pages/manager/calendar/calendar-data.ts'
import { type DayData, DayPage } from '../../web/pages/manager/calendar/calendar-day.tsx'
import { CalendarPage } from '../../web/pages/manager/calendar/calendar.tsx'
import type { CalendarView } from '../../web/pages/manager/calendar/view.ts'
import type {
  CorrectionLine,
  OutcomeLine,
  SessionData,
} from '../../web/pages/manager/session/session-data.ts'
import { SessionPage } from '../../web/pages/manager/session/session.tsx'
import { EMPTY_FORM } from '../../web/parts/form.ts'
import type { Instant } from '../../worker/domain/time/time.ts'
import { aFrame, attributeOf, sender, tagsOf, threeTimes, wordsOf, written } from '../support/pages.tsx'
import { at, between } from '../support/times.ts'

const [time] = threeTimes
const openHref = '/calendar?week=2027-03-22&session=ses_1#beside'

const view: CalendarView = {
  kind: 'week',
  from: '2027-03-22',
  programme: 'prg_1',
  mentor: null,
  zone: null,
  page: 1,
  isGridWanted: false,
  session: null,
  slot: null,
}

const turns = {
  weekHref: '/calendar?week=2027-03-22',
  dayHref: '/calendar?day=2027-03-22',
  previousHref: '/calendar?week=2027-03-15',
  nextHref: '/calendar?week=2027-03-29',
  currentHref: '/calendar',
  otherHref: '/calendar?grid=always',
}

function anAround(kind: CalendarView['kind'], from: string): CalendarAround {
  return {
    frame: aFrame(),
    view: { ...view, kind, from },
    turns,
    grid: {
      feed: '/calendar/feed?programme=prg_1',
      here: '/calendar?week=2027-03-22&programme=prg_1',
      now: '2027-03-23T10:04',
      shown: 'wide',
    },
    choices: { mentors: [], zones: [{ value: '', label: 'Mine' }] },
    only: null,
    clocks: null,
    beside: { kind: 'nothing' },
  }
}

function aCalendarPage(over: Partial<CalendarData> = {}): string {
  const data: CalendarData = {
    ...anAround('week', '2027-03-22'),
    sessions: [],
    mentors: [],
    ...over,
  }
  return written(<CalendarPage {...data} />)
}

function aDayPage(over: Partial<DayData> = {}): string {
  const data: DayData = {
    ...anAround('day', '2027-03-23'),
    day: '2027-03-23',
    columns: [],
    mentors: { from: 1, to: 2, all: 2, previousHref: null, nextHref: null },
    ...over,
  }
  return written(<DayPage {...data} />)
}

test('a session says what a date given up is, and what a round is, where it counts or names one', () => {
  const bumped = wordsOf(aSessionPage({ bumps: 2 }))
  expect(bumped).toContain('Given up this round twice A date counts as given up when')
  expect(wordsOf(aSessionPage())).not.toContain('A date counts as given up')
  const refused = wordsOf(aSessionPage({ refused: [{ ...time, at: time.start, how: 'refused' }] }))
  expect(refused).toContain('Not proposed again in this round A round is the search for the next date.')
})

function aSessionPage(over: Partial<SessionData> = {}): string {
  const data: SessionData = {
    frame: aFrame(),
    id: 'ses_1',
    pairingId: 'pai_1',
    status: 'fixed',
    executive: { id: 'per_1', name: 'Claude Bernard', zone: 'Europe/Paris' },
    mentor: { id: 'per_2', name: 'Tom Leroy' },
    mentors: [],
    time,
    releasedAt: null,
    minutes: 30,
    place: null,
    lacksPlace: false,
    bumps: 0,
    begins: null,
    formats: null,
    notBefore: null,
    invites: [
      {
        personId: 'per_1',
        name: 'Claude Bernard',
        partstat: 'ACCEPTED',
        live: true,
        answer: null,
        canUndo: false,
      },
    ],
    offer: null,
    refused: [],
    proposals: [],
    free: null,
    moves: [],
    hasQuestion: false,
    outcome: null,
    keepsStages: true,
    corrections: [],
    latest: null,
    onward: { pairing: 'active', kind: 'mentoring', next: null, isBarred: false },
    whys: [],
    mails: [],
    history: [],
    ended: false,
    outcomeId: 'out_1',
    form: EMPTY_FORM,
    ...over,
  }
  return written(<SessionPage {...data} />)
}

const hrefsOf = (html: string) => tagsOf(html, 'a').map((tag) => attributeOf(tag, 'href'))

const postsTo = (html: string) =>
  tagsOf(html.slice(html.indexOf('<main')), 'form')
    .filter((tag) => attributeOf(tag, 'method') === 'post')
    .map((tag) => attributeOf(tag, 'action'))

test('the week is a list of links before any script runs, with the mentors’ hours as text', () => {
  const open = [between('2027-03-22T08:00:00Z', '2027-03-22T11:00:00Z')]
  const html = aCalendarPage({
    sessions: [
      {
        id: 'ses_1',
        time,
        executive: 'Claude Bernard',
        mentor: 'Tom Leroy',
        colour: 1,
        status: 'fixed',
        openHref,
      },
    ],
    mentors: [{ id: 'per_2', name: 'Tom Leroy', colour: 1, open }],
  })
  expect(html).toContain('href="/sessions/ses_1"')
  expect(wordsOf(html)).toContain('Tuesday 23 March 2027 10:00 –10:30 Claude Bernard with Tom Leroy')
  expect(wordsOf(html)).toContain('Tom Leroy Monday 22 March 2027: 09:00–12:00')
})

test('the calendar is the one page of the week that brings the grid, told where and in which zone to read', () => {
  const html = aCalendarPage()
  expect(tagsOf(html, 'script').map((tag) => attributeOf(tag, 'src'))).toEqual(['/assets/c.js'])
  const grid = tagsOf(html, 'div').find((tag) => attributeOf(tag, 'id') === 'calendar') ?? ''
  expect(attributeOf(grid, 'data-feed')).toBe('/calendar/feed?programme=prg_1')
  expect(attributeOf(grid, 'data-zone')).toBe('Europe/Paris')
})

test('a day heads each mentor’s column with name and hours, and says the same as a list', () => {
  const tom = { id: 'per_2', name: 'Tom Leroy', colour: 1 } as const
  const session = {
    id: 'ses_1',
    time,
    executive: 'Claude Bernard',
    mentor: tom.name,
    colour: 1,
    openHref,
  } as const
  const html = aDayPage({
    columns: [
      {
        ...tom,
        open: [between('2027-03-23T08:00:00Z', '2027-03-23T11:00:00Z')],
        sessions: [{ ...session, status: 'fixed' }],
      },
      { id: 'per_3', name: 'Uma Rao', colour: 2, open: [], sessions: [] },
    ],
  })
  const heads = html.slice(html.indexOf('class="heads"'), html.indexOf('class="columns-of-day"'))
  expect(wordsOf(`<main>${heads}`)).toContain('Tom Leroy 09:00–12:00 Uma Rao No hours')
  expect(html).toContain('data-mentor="per_3" data-closed="That is outside Uma Rao’s open hours."')
  expect(wordsOf(html)).toContain(
    'Tom Leroy 09:00–12:00 10:00 –10:30 Claude Bernard Fixed Uma Rao No hours No session.',
  )
})

test('in a closed programme the calendar still chooses what it shows, and offers nothing to book', () => {
  const closed = { at: at('2027-06-01T10:00:00Z'), purgeOn: '2027-12-01' }
  const html = aCalendarPage({ frame: aFrame({ closed }) })
  expect(tagsOf(html, 'select')).toHaveLength(2)
  expect(html).not.toContain('class="read-only"')
  expect(html).not.toContain('new=1')
  expect(html).toContain('data-only-read')
  expect(aCalendarPage()).toContain('new=1')
})

test('more mentors than stand side by side are a page away, fewer are not', () => {
  const mentors = { from: 9, to: 12, all: 12, previousHref: '/calendar?day=2027-03-23', nextHref: null }
  expect(wordsOf(aDayPage({ mentors }))).toContain('Mentors 9 to 12 of 12 Previous mentors')
  expect(wordsOf(aDayPage())).not.toContain('Mentors 1')
})

test('a fixed session can be moved, answered for and called off; an ended one only logged', () => {
  expect(postsTo(aSessionPage())).toEqual(
    expect.arrayContaining([
      '/sessions/ses_1/time',
      '/sessions/ses_1/answers',
      '/sessions/ses_1/cancellation',
    ]),
  )
  expect(postsTo(aSessionPage({ ended: true }))).toEqual(['/sessions/ses_1/outcome'])
  expect(postsTo(aSessionPage({ status: 'cancelled' }))).toEqual([])
})

const logged: OutcomeLine = {
  id: 'out_0',
  result: 'cut-short',
  lastDone: 'partly',
  evidence: 'answering',
  benefit: 'scale',
  whyNotHeld: 'travel',
  needsManager: false,
  commitment: { words: 'Answer one thread', dueOn: '2027-03-20', done: null, saidDone: null },
  replaceableUntil: at('2027-03-16T09:00Z'),
}

test.each(['happened', 'cut-short', 'did-not-happen', 'cancelled'] as const)(
  'a session that is %s says how it came to that, and leads on',
  (status) => {
    const said = { who: 'Tom Leroy', door: 'link', at: at('2027-03-16T08:00Z') } as const
    const latest = { ...said, code: 'logged', time: null, partstat: null } as const
    const html = aSessionPage({ status, latest })

    expect(html).toMatch(/Logged · Tom Leroy, by link,/)
    expect(hrefsOf(html)).toEqual(expect.arrayContaining(['/pairings/pai_1', '/pairings/pai_1/offer']))

    const onward = { pairing: 'active', kind: 'workshop', isBarred: false } as const
    const next = { id: 'ses_2', time: null } as const
    const followed = aSessionPage({ status, onward: { ...onward, next } })
    expect(hrefsOf(followed)).toContain('/sessions/ses_2')
    expect(hrefsOf(followed)).not.toContain('/pairings/pai_1/offer')

    const ended = aSessionPage({ status, onward: { ...onward, pairing: 'ended', next: null } })
    expect(ended).toContain('Pairing: Ended.')
    expect(hrefsOf(ended)).not.toContain('/pairings/pai_1/offer')
  },
)

test('for an hour a log is replaced, then it is corrected with a reason; both begin with what it says', () => {
  const page = (replaceableUntil: Instant) =>
    aSessionPage({ status: 'cut-short', ended: true, outcome: { ...logged, replaceableUntil } })
  const soon = page(at('2027-03-16T09:11Z'))
  const late = page(at('2027-03-16T09:10Z'))

  expect(postsTo(soon)).toEqual(['/sessions/ses_1/outcome'])
  expect(postsTo(late)).toEqual(['/sessions/ses_1/correction'])
  expect(late).toContain('name="corrects" value="out_0"')
  expect(late).toMatch(/<textarea[^>]*name="reason"/)
  expect(soon).not.toContain('name="reason"')
  for (const html of [soon, late]) {
    const chosen = tagsOf(html, 'input').filter((each) => each.includes(' checked'))
    const values = chosen.map((each) => /value="([^"]*)"/.exec(each)?.[1])
    expect(values).toEqual(['cut-short', 'travel', 'partly', 'answering', 'scale'])
    expect(html).toContain('value="Answer one thread"')
    expect(html).toContain('value="2027-03-20"')
  }
})

test('that the mentor asks you to look can be taken back in a correction, and is not asked where he has not', () => {
  const page = (needsManager: boolean) =>
    aSessionPage({
      status: 'cut-short',
      ended: true,
      outcome: { ...logged, needsManager, replaceableUntil: at('2027-03-16T08:00Z') },
    })
  expect(page(true)).toMatch(/name="needsManager"[^>]*checked/)
  expect(page(false)).not.toContain('name="needsManager"')
})

test('what a corrected log said before stands in the history, with who, when and why', () => {
  const correction: CorrectionLine = {
    at: at('2027-03-18T08:00Z'),
    by: 'Nadia Haddad',
    reason: 'He was there for all of it.',
    result: 'cut-short',
    lastDone: null,
    commitment: 'Answer one thread',
    evidence: null,
    loggedBy: 'Tom Leroy',
    loggedAt: at('2027-03-16T08:00Z'),
  }
  const html = aSessionPage({ status: 'happened', outcome: logged, corrections: [correction] })
  const history = html.slice(html.indexOf('What the log said before'))

  expect(history).toMatch(/Cut short · “Answer one thread”/)
  expect(history).toMatch(/Logged by Tom Leroy.*Corrected by Nadia Haddad/s)
  expect(history).toContain('Why: He was there for all of it.')
})

test('the history follows what can be done, in the order of the page', () => {
  for (const status of ['offered', 'fixed', 'happened', 'cancelled'] as const) {
    const html = aSessionPage({ status })
    expect(html.indexOf('What you can do')).toBeGreaterThan(0)
    expect(html.indexOf('>History<')).toBeGreaterThan(html.indexOf('What you can do'))
  }
})

test('a manager told by phone picks one of the held times', () => {
  const offer = {
    status: 'open',
    asked: 'Odile Marchand',
    options: threeTimes.map((each) => ({ ...each, stands: true })),
  } as const
  const html = aSessionPage({ status: 'offered', time: null, invites: [], offer: { ...offer, picked: null } })
  const picks = [...html.matchAll(/name="optionId" value="([^"]+)"/g)].map(([, id]) => id)
  expect(picks).toEqual(['opt_1', 'opt_2', 'opt_3'])

  const late = aSessionPage({
    status: 'offered',
    time: null,
    invites: [],
    offer: {
      ...offer,
      options: threeTimes.map((each, index) => ({ ...each, stands: index > 0 })),
      picked: null,
    },
  })
  expect([...late.matchAll(/name="optionId" value="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'opt_2',
    'opt_3',
  ])
})

test('what was refused in the round is listed with the day, so that a human can still choose it', () => {
  const [{ start, end }] = threeTimes
  const refused = [{ start, end, at: at('2027-03-17T09:00:00Z'), how: 'refused' }] as const
  const words = wordsOf(aSessionPage({ status: 'offered', time: null, refused }))
  expect(words).toContain('Not proposed again in this round')
  expect(words).toContain('Did not suit, Wednesday 17 March 2027')
  expect(wordsOf(aSessionPage())).not.toContain('Not proposed again in this round')
})

test('a refused move form is open with what was typed and why', () => {
  const errors = [{ field: 'time', message: 'Tom is taken until 10:30.' }]
  const html = aSessionPage({ form: { values: { date: '2027-03-24', time: '10:00' }, errors } })
  const open = /<details class="disclosure" open=""[^>]*>(.*?)<\/details>/s.exec(html)?.[1] ?? ''
  expect(open).toContain('value="2027-03-24"')
  expect(open).toContain('Tom is taken until 10:30.')
})

const nav = {
  ...({ name: 'Nadia Haddad', own: null, isSearched: true, items: [], current: null } as const),
  programme: { id: 'prg_1', name: 'Northwind', several: false },
} as const

test('a session is one press from its place in the calendar; a cancelled one stands in none', () => {
  const frame = aFrame({ nav })
  const inCalendar = (over: Partial<SessionData>) =>
    hrefsOf(aSessionPage({ frame, ...over })).find((each) => each?.startsWith('/calendar'))

  expect(inCalendar({})).toBe('/calendar?week=2027-03-23&amp;programme=prg_1&amp;session=ses_1#beside')
  expect(inCalendar({ status: 'happened' })).toContain('week=2027-03-23')
  expect(inCalendar({ status: 'cancelled' })).toBeUndefined()
  expect(inCalendar({ status: 'offered', time: null })).toBeUndefined()
})

test('a session leads to its pairing by one link, whatever became of it', () => {
  for (const status of ['fixed', 'offered', 'happened', 'cancelled'] as const)
    expect(hrefsOf(aSessionPage({ status })).filter((each) => each === '/pairings/pai_1')).toHaveLength(1)
})

test('where one of the two now reports to the other, the page says so and leads to the hand-over', () => {
  const onward = { pairing: 'active', kind: 'mentoring', next: null, isBarred: true } as const
  for (const status of ['fixed', 'offered', 'happened'] as const) {
    const html = aSessionPage({ status, onward })
    expect(wordsOf(html)).toContain('Now in the same reporting line')
    expect(hrefsOf(html)).toContain('/pairings/pai_1#hand-over')
    expect(hrefsOf(html)).not.toContain('/pairings/pai_1/offer')
    expect(wordsOf(html)).not.toContain('Move it')
  }
})

test('a date that was declined says when it is released', () => {
  expect(wordsOf(aSessionPage({ releasedAt: at('2027-03-16T09:15Z') }))).toContain(
    'Declined: this time is released on Tuesday 16 March 2027, 10:15',
  )
  expect(wordsOf(aSessionPage())).not.toContain('is released')
})

test('how it went is read without opening a form', () => {
  const outcome: OutcomeLine = {
    ...{ id: 'out_0', result: 'happened', lastDone: 'partly', evidence: 'answering', benefit: 'scale' },
    ...{ whyNotHeld: null, needsManager: false, replaceableUntil: at('2027-03-09T09:40Z') },
    commitment: { words: 'Read one thread', dueOn: '2027-03-23', done: null, saidDone: 'yes' },
  }
  const page = wordsOf(aSessionPage({ status: 'happened', ended: true, outcome }))

  expect(page).toContain('What comes next: “Read one thread” By Tuesday 23 March 2027')
  expect(page).toContain('Claude Bernard: says it is done')
  expect(page).toContain('Seen: Answered in the open')
})

test('a proposal can be told from another by the name of its buttons', () => {
  const proposal = { by: 'Claude Bernard', refusal: null, accepts: 'at-once', words: 'Any later?' } as const
  const [first, second] = threeTimes
  const page = wordsOf(
    aSessionPage({
      proposals: [
        { ...proposal, id: 'ctr_1', time: first },
        { ...proposal, id: 'ctr_2', time: second },
      ],
    }),
  )
  expect(page).toContain('Accept Tue 23 March 2027')
  expect(page).toContain('Refuse Wed 24 March 2027')
})

test('history says who, by which door and when; the clock is Sotto', () => {
  const html = aSessionPage({
    history: [
      {
        code: 'answered',
        at: at('2027-03-15T09:04:00Z'),
        who: 'Odile Marchand',
        door: 'calendar',
        time: null,
        partstat: 'DECLINED',
      },
      { code: 'bumped', at: at('2027-03-15T09:14:00Z'), who: null, door: 'clock', time, partstat: null },
    ],
  })
  expect(wordsOf(html)).toContain(
    'Answered the invite: Declined Odile Marchand, by calendar, Monday 15 March 2027, 10:04',
  )
  expect(wordsOf(html)).toContain('Sotto, automatically, Monday 15 March 2027, 10:14')
  expect(wordsOf(html)).not.toContain(sender.email)
})
