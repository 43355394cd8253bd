import type { HtmlEscapedString } from 'hono/utils/html'

import type { AnswerData, AnswerState } from '../../web/pages/answering/answer-data.ts'
import { AnswerPage } from '../../web/pages/answering/answer.tsx'
import type { InviteData, InviteState } from '../../web/pages/answering/invite-data.ts'
import { InvitePage } from '../../web/pages/answering/invite.tsx'
import { LogPage, type LogState } from '../../web/pages/mentor/log.tsx'
import { EMPTY_FORM } from '../../web/parts/form.ts'
import { NO_FREE_CHOICES } from '../../web/parts/free-choices.tsx'
import type { PageFrame } from '../../web/parts/page-frame.ts'
import { at, between } from './times.ts'

export const assets = {
  styles: '/assets/s.css',
  calendar: '/assets/c.js',
  forms: '/assets/f.js',
  inPlace: '/assets/i.js',
  searchKey: '/assets/k.js',
  busy: '/assets/b.js',
  inline: { style: 'the stylesheet', wayBack: 'the script' },
}

export function aFrame(over: Partial<PageFrame> = {}): PageFrame {
  return {
    locale: 'en',
    zone: 'Europe/Paris',
    now: at('2027-03-16T09:10:00Z'),
    assets,
    nav: null,
    notice: null,
    closed: null,
    ...over,
  }
}

export const sender = { name: 'Nadia Haddad', email: 'nadia@northwind.example', programme: 'Northwind' }

const until = at('2027-03-19T17:00:00Z')

export const threeTimes = [
  { id: 'opt_1' as const, ...between('2027-03-23T09:00:00Z', '2027-03-23T09:30:00Z'), until },
  { id: 'opt_2' as const, ...between('2027-03-24T13:30:00Z', '2027-03-24T14:00:00Z'), until },
  { id: 'opt_3' as const, ...between('2027-03-26T08:15:00Z', '2027-03-26T08:45:00Z'), until },
] as const

export const openOffer = {
  kind: 'open',
  options: threeTimes,
  quarter: null,
  chosen: null,
  form: EMPTY_FORM,
} as const

/** The page of an offer, as the assistant in Paris opens it. */
export function anAnswerPage(state: AnswerState, over: Partial<AnswerData> = {}): string {
  const data: AnswerData = {
    frame: aFrame(),
    action: '/answer',
    k: 'secret-of-the-link',
    offerId: 'off_1',
    executiveName: 'Claude Bernard',
    toExecutive: false,
    mentorName: 'Tom Leroy',
    minutes: 30,
    place: null,
    executiveZone: 'Europe/Paris',
    sender,
    state,
    waits: null,
    free: NO_FREE_CHOICES,
    from: null,
    next: null,
    ...over,
  }
  return written(<AnswerPage {...data} />)
}

export const openInvite = {
  kind: 'open',
  said: 'nothing',
  free: NO_FREE_CHOICES,
  from: null,
  form: EMPTY_FORM,
} as const

export function anInvitePage(state: InviteState, over: Partial<InviteData> = {}): string {
  const data: InviteData = {
    frame: aFrame(),
    action: '/invite',
    k: 'secret-of-the-link',
    otherName: 'Tom Leroy',
    time: threeTimes[0],
    otherZone: null,
    minutes: 30,
    place: { kind: 'room', room: 'Room 4.12' },
    calendarHref: null,
    isExecutive: true,
    answeredBy: null,
    sender,
    state,
    waits: null,
    ...over,
  }
  return written(<InvitePage {...data} />)
}

export const openLog = {
  kind: 'open',
  pairing: 'mentoring',
  keepsStages: true,
  result: 'happened',
  lastCommitment: { words: 'Answer one question', dueOn: '2027-03-16', done: null, saidDone: null },
  due: { inAWeek: '2027-03-23', inTwoWeeks: '2027-03-30' },
  suggestions: ['Post the summary', 'Ask one person in'],
  form: EMPTY_FORM,
} as const

export function aLogPage(state: LogState, frame = aFrame()): string {
  return written(
    <LogPage
      frame={frame}
      action="/log"
      k="secret-of-the-link"
      id="out_1"
      otherName="Claude Bernard"
      managerName="Nadia"
      question={null}
      privateNote={null}
      time={between('2027-03-16T08:30:00Z', '2027-03-16T09:00:00Z')}
      sender={sender}
      state={state}
    />,
  )
}

export function written(page: HtmlEscapedString | Promise<HtmlEscapedString>): string {
  if (page instanceof Promise) throw new Error('A page waits for nothing.')
  return page.toString()
}

/** The text a reader reads: no tags, no head, single spaces. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<main'))
  const text = body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The tags with that name, as written. */
export function tagsOf(html: string, name: string): readonly string[] {
  return html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
}

export function attributeOf(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null
}
