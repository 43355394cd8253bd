import { expect, test } from 'vitest'

import { decideAnswer } from '../../../worker/domain/offer/answer.ts'
import { decideOffer } from '../../../worker/domain/offer/make.ts'
import { isMaterialsLink, whyNotFormat, withFormatAt } from '../../../worker/domain/path/format.ts'
import { minutesOf } from '../../../worker/domain/path/length.ts'
import { formatOf } from '../../../worker/domain/path/next-format.ts'
import { NO_PATH } from '../../../worker/domain/path/path.ts'
import type { Blocker, PersonRules } from '../../../worker/domain/people/person.ts'
import { DEFAULT_POLICY } from '../../../worker/domain/programme/programme.ts'
import { decideBrief } from '../../../worker/domain/session/brief.ts'
import { decideFormatChoice } from '../../../worker/domain/session/choose-format.ts'
import type { Situation } from '../../../worker/domain/situation.ts'
import { aFormat, idOf, theStandards } from '../../support/formats.ts'
import {
  accepted,
  after,
  aDiaryFor,
  aRound,
  fixed,
  lettersSent,
  MANAGER,
  ODILE,
  offered,
} from '../../support/rounds.ts'
import { aPerson, aSituation } from '../../support/situations.ts'
import { at } from '../../support/times.ts'

const formats = theStandards()

test('a chosen format counts before the default one, even if archived since', () => {
  const session = { formatId: 'fmt_own' } as const
  const {
    formats: list,
    pairing,
    path,
  } = aSituation({ formats: [...formats, aFormat({ isArchived: true })] })
  const begun = { formats: list, executive: booked(), session, pairing, path }
  expect(formatOf(begun)?.id).toBe('fmt_own')
  expect(formatOf({ ...begun, session: null })?.id).toBe('fmt_first-meeting')
  const met = { ...begun, path: { ...path, hasMet: true }, session: null }
  expect(formatOf(met)?.id).toBe('fmt_read-with-me')
})

test('the length is the wished one, then the person’s, the format’s, the blocker’s, the programme’s', () => {
  const timed = (rules: PersonRules, blockers: readonly Blocker[], minutes: number | null) => ({
    formats: formats.map((each) => ({ ...each, minutes })),
    executive: aPerson('per_executive', { rules, blockers }),
    session: { formatId: idOf('first-post') },
    pairing: { aim: null, place: null },
    path: NO_PATH,
    programme: { policy: { minutes: 60 } },
  })
  expect(minutesOf(timed({ minutes: 40 }, ['booked'], 35), 10)).toBe(10)
  expect(minutesOf(timed({ minutes: 40 }, ['booked'], 35))).toBe(40)
  expect(minutesOf(timed({}, ['booked'], 35))).toBe(35)
  expect(minutesOf(timed({}, ['booked'], null))).toBe(25)
  expect(minutesOf(timed({}, [], null))).toBe(60)
})

test.each([
  ['60 min on one thing', null],
  ['Quarterly review', null],
  ['Mentoring with Tom', 'Mentoring'],
  ['Éducation hour', 'Education'],
  ['A workshop', 'workshop'],
  ['On digital   fluency', 'digital fluency'],
  ['Today: two letters', 'two letters'],
])('of the outward title “%s” this would give it away: %s', (outwardTitle, word) => {
  const refusal = whyNotFormat(
    aFormat({ outwardTitle }),
    { forbiddenWords: ['digital fluency'], allowedWords: [] },
    [],
  )
  expect(refusal).toEqual(
    word === null ? null : { reason: 'outward-words', found: [{ field: 'outwardTitle', word }] },
  )
})

test.each([
  ['https://files.northwind.example/a/b?c=d#e', true],
  ['https://northwind.example', true],
  ['https://northwind.example:8443/', true],
  ['http://northwind.example/', false],
  ['javascript:alert(1)//https://northwind.example', false],
  ['https://nadia:secret@northwind.example/', false],
  ['https://northwind.example@evil.example/', false],
  ['https://localhost/', false],
  ['https:///path', false],
  ['https://northwind.example/a b', false],
  ['https://northwind.example/\u202eexe', false],
  [`https://northwind.example/${'a'.repeat(480)}`, false],
])('materials at %s: %s', (link, isGood) => {
  expect(isMaterialsLink(link)).toBe(isGood)
  expect(whyNotFormat(aFormat({ link }), DEFAULT_POLICY, [])?.reason).toBe(
    isGood ? undefined : 'link-not-https',
  )
})

test('a format is moved to a position of the list, and the others move up', () => {
  const order = (place: number) =>
    withFormatAt(formats.slice(0, 3), formats[2] ?? aFormat(), place).map(({ id }) => id)
  expect(order(0)).toEqual(['fmt_read-along', 'fmt_first-meeting', 'fmt_read-with-me'])
  expect(order(99)).toEqual(['fmt_first-meeting', 'fmt_read-with-me', 'fmt_read-along'])
})

test('an offer in another format has that format’s length; a wished length still counts before it', () => {
  const list = [...formats, aFormat({ minutes: 50 })]
  const open = offered(aRound({ formats: list }))
  const again = (minutes: number | null) =>
    after(
      open,
      accepted(
        decideOffer(
          open,
          aDiaryFor(open),
          { offerId: 'off_2', sessionId: 'ses_1', minutes, count: 3, formatId: 'fmt_own' },
          MANAGER,
        ),
      ),
    ).session
  expect(open.session).toMatchObject({ formatId: null, minutes: 30 })
  expect(again(null)).toMatchObject({ formatId: 'fmt_own', minutes: 50 })
  expect(again(20)).toMatchObject({ formatId: 'fmt_own', minutes: 20 })
})

test('another format is chosen without a mail; an archived one or one of another list is refused', () => {
  const done = fixed(
    aRound({ formats: [...formats, aFormat(), aFormat({ id: 'fmt_gone', isArchived: true })] }),
  )
  const chosen = accepted(decideFormatChoice(done, 'fmt_own', MANAGER))
  expect(lettersSent(chosen)).toEqual([])
  expect(after(done, chosen).session.formatId).toBe('fmt_own')
  for (const id of ['fmt_gone', 'fmt_elsewhere'] as const)
    expect(decideFormatChoice(done, id, MANAGER)).toMatchObject({ refusal: { reason: 'no-such-format' } })

  const over = { ...done, now: at('2027-06-01T08:00Z') }
  expect(decideFormatChoice(over, 'fmt_own', MANAGER)).toMatchObject({ refusal: { reason: 'already-over' } })
})

test('once the mentor was told, a session keeps its format', () => {
  const done = fixed(aRound({ formats, executive: booked() }))
  const day = { ...done, now: done.session.time?.start ?? done.now }
  const before = { ...day, now: at(new Date(day.now - 60_000).toISOString()) }
  const brief = decideBrief(before)
  expect(brief?.sessions[0]?.after.formatId).toBe('fmt_first-meeting')
  expect(brief?.letters[0]?.letter).toMatchObject({
    kind: 'brief',
    format: { standard: 'first-meeting', link: null },
    why: [{ code: 'first-meeting' }],
  })
})

test('a title of the format is that of both calendar entries, until a word of it is forbidden', () => {
  const titled = [aFormat({ outwardTitle: 'Quarterly look' })]
  const titles = (situation: Situation) =>
    fixedLetters(situation).map((letter) => (letter.kind === 'calendar' ? letter.title : 'none'))
  const own = aRound({
    formats: titled,
    executive: aPerson('per_executive', { rules: { formats: ['fmt_own'] } }),
  })
  expect(titles(own)).toEqual(['Quarterly look', 'Quarterly look'])

  const policy = { ...own.programme.policy, forbiddenWords: ['quarterly'] }
  expect(titles({ ...own, programme: { ...own.programme, policy } })).toEqual([null, null])
})

test('“handled”: a title that names one of the two is not used', () => {
  const titled = (outwardTitle: string) =>
    aRound({
      formats: [aFormat({ outwardTitle })],
      mentor: aPerson('per_mentor', { name: 'Tom Leroy' }),
      executive: aPerson('per_executive', {
        name: 'Claude Bernard',
        blockers: ['handled'],
        rules: { formats: ['fmt_own'] },
      }),
    })
  const first = (situation: Situation) =>
    fixedLetters(situation).map((letter) => (letter.kind === 'calendar' ? letter.title : 'none'))[0]
  expect(first(titled('Quarterly look'))).toBe('Quarterly look')
  expect(first(titled('A word with Leroy'))).toBeNull()
})

function fixedLetters(situation: Situation) {
  const open = offered(situation)
  const [option] = open.session.offer?.options ?? []
  if (!option) throw new Error('nothing was offered')
  const wish = { offerId: 'off_1', kind: 'option', optionId: option.id, move: false } as const
  return accepted(decideAnswer(open, aDiaryFor(open), wish, ODILE)).letters.map(({ letter }) => letter)
}

function booked() {
  return aPerson('per_executive', { name: 'Claude Bernard', blockers: ['booked'] })
}
