import { expect, test } from 'vitest'

import { lintLetter } from '../../web/letters/outward.ts'
import { type Finding, lintOutward, type Outward } from '../../worker/domain/letter/discretion.ts'
import type { Letter } from '../../worker/domain/letter/letter.ts'
import { calendarLetter, offerLetter } from '../../worker/domain/letter/write.ts'
import type { Place } from '../../worker/domain/pairing/pairing.ts'
import { completeWords } from '../../worker/domain/path/format.ts'
import type { Invite, Offer, Session } from '../../worker/domain/session/session.ts'
import type { Situation } from '../../worker/domain/situation.ts'
import { KINDS } from '../../worker/domain/today/kind.ts'
import { aFormat } from '../support/formats.ts'
import {
  aBrief,
  anAgreement,
  aConfirmation,
  aDigest,
  aMorningMail,
  anInvitation,
  anInvite,
  anOffer,
  anOutcome,
  aReader,
  aSignIn,
  aHealthLetter,
  aTestInvite,
  aToldLine,
  anUrgentMail,
  severalOffers,
  halfAnHour,
  write,
  someFigures,
} from '../support/letters.ts'
import { aPerson, aSituation } from '../support/situations.ts'

const MENTOR = 'Zoé "T" D’Urville-Leroy'
const EXECUTIVE = 'Bernadette <b> O’Neill & Fils'
const mentor = aPerson('per_mentor', { name: MENTOR })
const executive = aPerson('per_executive', { name: EXECUTIVE })
const places: readonly (Place | null)[] = [
  null,
  { kind: 'room', room: 'Room 4.12' },
  { kind: 'phone', number: '+33 1 23 45 67 89' },
  { kind: 'link', url: 'https://meet.example/abc?pwd=1&x=2' },
]

test('no letter to an executive, an assistant or a calendar says what the hour is for', () => {
  for (const letter of allLetters())
    expect(lint(outward(letter), ['digital fluency']), describe(letter)).toEqual([])
})

test('the side of a “handled” executive never reads the mentor’s name; other sides do', () => {
  for (const locale of ['en', 'fr'] as const) {
    for (const letter of lettersOf(
      aSituation({ mentor, executive: { ...executive, locale, blockers: ['handled'] } }),
    ))
      expect(lint(outward(letter), [], [MENTOR]), describe(letter)).toEqual([])
    for (const letter of lettersOf(aSituation({ mentor, executive: { ...executive, locale } })))
      expect(lint(outward(letter), [], [MENTOR]), describe(letter)).not.toEqual([])
  }
})

test('no mail to a manager names anybody but herself, and no link in it signs in', () => {
  for (const letter of toManager(aReader({ name: 'Nadia Haddad' }))) {
    expect(lint(outward(letter), [], [MENTOR, EXECUTIVE]), describe(letter)).toEqual([])
    expect(write(letter).text).not.toContain('k=')
  }
})

test('with plain wording no title, subject or sender names the other person', () => {
  const plain = allLetters().filter((letter) => letter.kind === 'calendar' && letter.wording === 'plain')
  for (const letter of plain) {
    const titles = { ...outward(letter), body: '' }
    expect(lint(titles, [], [MENTOR, EXECUTIVE]), describe(letter)).toEqual([])
  }
  expect(plain.length).toBeGreaterThan(0)
})

test('a name that is not hidden does stand in the title, and the same lint would find it', () => {
  const found = lint(outward(anInvite({ otherName: MENTOR })), [], [MENTOR])
  expect(new Set(found.map(({ where }) => where))).toEqual(new Set(['summary', 'subject', 'body']))
})

test('the lint finds a revealing short name of a programme in the sender’s name', () => {
  const sender = {
    managerName: 'Nadia Haddad',
    managerEmail: 'n.haddad@northwind.example',
    programme: 'Northwind Mentoring',
  }
  const found = lint(outward(anInvite({ sender })))
  expect(found).toEqual([{ where: 'fromName', kind: 'forbidden-word', word: 'Mentoring' }])
})

test('no letter but the brief says what a session begins with, nor where its materials are', () => {
  const words = completeWords({
    ...{
      name: 'Marigold',
      prompts: ['What of the petunia?'],
      avoid: 'Tulips.',
      doing: 'Dig for the begonia.',
    },
    ...{ sign: 'A begonia.', text: 'Begonias.', executiveText: 'Begonia!', prepare: 'A begonia.' },
  })
  const secret = ['marigold', 'petunia', 'tulips', 'begonia', 'begonias', 'files']
  const own = aFormat({ words, outwardTitle: 'Monthly look', link: 'https://files.northwind.example/' })
  for (const locale of ['en', 'fr'] as const) {
    const begins = { ...executive, locale, rules: { formats: [own.id] } }
    const letters = lettersOf(aSituation({ mentor, executive: begins, formats: [own] }))
    for (const letter of letters) expect(lint(outward(letter), secret), describe(letter)).toEqual([])
    expect(letters.map((letter) => outward(letter).summary)).toContain('Monthly look')

    const brief = aBrief({ reader: aReader({ locale }), format: { ...words, link: own.link } })
    const found = lint(outward(brief), secret).map(({ where }) => where)
    expect(new Set(found)).toEqual(new Set(['body']))
  }
})

test('no letter of any kind, language, format, wording or programme has an error', () => {
  for (const letter of [...allLetters(), ...lettersOfEveryWording()])
    expect(errorsIn(letter), describe(letter)).toEqual([])
})

test('a telling word is an error wherever it is planted, and a warning in a mentor’s mail alone', () => {
  const sender = {
    managerName: 'Nadia Haddad',
    managerEmail: 'n@northwind.example',
    programme: 'Club Mentorat',
  }
  const planted: readonly (readonly [Letter, string])[] = [
    [anInvite({ title: 'Développement' }), 'summary'],
    [anInvite({ title: 'Skills' }), 'subject'],
    [anInvite({ sender }), 'fromName'],
    [anInvite({ reader: aReader({ name: 'Coach Bernard' }) }), 'attendee'],
    [anInvite({ place: { kind: 'room', room: 'Salle de formation' } }), 'location'],
    [anInvite({ place: { kind: 'link', url: 'https://meet.example/elearning' } }), 'url'],
    [anInvite({ otherName: 'Learning Partner' }), 'description'],
    [anOffer({ firstContact: true, words: 'Your e-learning' }), 'body'],
    [anAgreement({ commitment: 'Finish the workshop' }), 'body'],
  ]
  for (const [letter, where] of planted) expect(errorsIn(letter).map((each) => each.where)).toContain(where)

  const format = { ...completeWords({ name: 'x', prompts: ['What did you learn?'] }), link: null }
  const brief = aBrief({ format })
  const rules = { forbiddenWords: [], hiddenNames: [] }
  expect(lintLetter(brief, write(brief), rules)).toMatchObject([{ where: 'body', severity: 'warning' }])
})

function errorsIn(letter: Letter) {
  const rules = { forbiddenWords: ['digital fluency'], hiddenNames: [] }
  return lintLetter(letter, write(letter), rules).filter(({ severity }) => severity === 'error')
}

/** What the rules send with every title that an event can have, nameless and not, in a room or by telephone. */
function lettersOfEveryWording(): readonly Letter[] {
  const letters: Letter[] = []
  for (const locale of ['en', 'fr'] as const)
    for (const blockers of [[], ['handled']] as const)
      for (const wording of [undefined, 'name', 'plain', 'Point {name}', 'Coaching {name}'])
        for (const outwardTitle of [null, 'Monthly look', 'Learning lunch']) {
          const own = aFormat({ outwardTitle })
          const rules = { formats: [own.id], ...(wording !== undefined && { wording }) }
          const reader = { ...executive, locale, blockers, rules }
          letters.push(...lettersOf(aSituation({ mentor, executive: reader, formats: [own] })))
        }
  return letters
}

/** Every kind for every reader, language, wording and place, first contact and later. */
function allLetters(): readonly Letter[] {
  const letters: Letter[] = []
  for (const locale of ['en', 'fr'] as const)
    for (const place of places)
      for (const again of [false, true])
        for (const wording of ['name', 'plain'] as const)
          for (const toExecutive of [true, false]) {
            const reader = aReader({ name: toExecutive ? EXECUTIVE : 'Odile Marchand', locale })
            const movedFrom = again ? halfAnHour() : null
            const parts = { reader, place, toExecutive, firstContact: !again }
            const offered = {
              ...parts,
              executiveName: EXECUTIVE,
              mentorName: MENTOR,
              executiveZone: 'Asia/Singapore',
            }
            letters.push(anOffer({ ...offered, bumps: again ? 2 : 0 }))
            letters.push(
              severalOffers([anOffer(offered), anOffer({ ...offered, executiveName: 'Zoe Fabre' })]),
            )
            for (const method of ['REQUEST', 'CANCEL', 'DECLINECOUNTER'] as const)
              letters.push(anInvite({ ...parts, method, wording, movedFrom, otherName: MENTOR }))
            letters.push(anInvite({ ...parts, wording, news: 'person', otherName: again ? MENTOR : null }))
            letters.push(...onTheDay(reader, toExecutive))
            letters.push(aConfirmation({ reader, executiveName: EXECUTIVE }), aDigest({ reader }))
            letters.push(
              anOutcome({ reader, otherName: EXECUTIVE }),
              aSignIn({ reader }),
              anInvitation({ reader }),
              someFigures({ reader }),
              ...toManager(reader),
            )
          }
  return [...letters, ...ofATest()]
}

/** For a manager’s own calendar. */
function ofATest(): readonly Letter[] {
  return (['en', 'fr'] as const).flatMap((locale) =>
    (['REQUEST', 'CANCEL'] as const).map((method) => aTestInvite({ reader: aReader({ locale }), method })),
  )
}

/** Everything that can stand on Today, with an hour of Sotto's own and without. */
function toManager(reader: Letter['reader']): readonly Letter[] {
  const lines = [...KINDS, 'given-up' as const].flatMap((news) =>
    [null, halfAnHour().start].map((actsAt) =>
      aToldLine({ news, actsAt, key: `${news}:ses_1`, opens: actsAt && `${news}:ses_1` }),
    ),
  )
  const two = [...lines, aToldLine({ programmeId: 'prg_2', programme: 'Fabrikam', start: null })]
  return [aMorningMail({ reader, lines: two, more: 2 }), anUrgentMail({ reader, lines }), ...ofHealth(reader)]
}

/** Everything that can be bad, and that nothing is any more. */
function ofHealth(reader: Letter['reader']): readonly Letter[] {
  const { madeAt } = aHealthLetter()
  const codes = ['letters-late', 'jobs-failed', 'timers-failing', 'checks-broken', 'feeds-failing'] as const
  return [
    aHealthLetter({ reader, bad: codes.map((code) => ({ code, since: madeAt })) }),
    aHealthLetter({ reader, bad: [], wellSince: madeAt }),
  ]
}

/** Attendance letters, and the executive's own letter with and without a commitment. */
function onTheDay(reader: Letter['reader'], toExecutive: boolean): readonly Letter[] {
  const { id, sender, madeAt } = aConfirmation()
  const common = { id, sender, madeAt, reader, sessionId: 'ses_1' } as const
  const time = halfAnHour()
  return [
    ...(['expected', 'late'] as const).map((news): Letter => ({
      ...common,
      kind: 'attendance',
      news,
      executiveName: EXECUTIVE,
      toExecutive,
      time,
      linkId: null,
    })),
    ...[null, 'Answer one question'].map((commitment) =>
      anAgreement({ reader, mentorName: null, commitment }),
    ),
    ...[null, 'Answer one question'].map((commitment): Letter => ({
      ...common,
      kind: 'own',
      mentorName: null,
      commitment,
      linkId: 'lnk_1',
    })),
  ]
}

/** What the rules send to the executive's side after an offer and after a fixed time. */
function lettersOf(situation: Situation): readonly Letter[] {
  const session: Session = {
    id: 'ses_1',
    pairingId: 'pai_1',
    programmeId: 'prg_1',
    mentorId: 'per_mentor',
    executiveId: 'per_executive',
    status: 'fixed',
    time: halfAnHour(),
    minutes: 30,
    zone: 'Europe/Paris',
    place: null,
    usual: { mentorId: 'per_mentor', place: null },
    hasQuestion: false,
    bumps: 0,
    version: 1,
    offer: null,
    invites: [],
    proposals: [],
    notBefore: null,
    passed: false,
    formatId: null,
    briefedFor: null,
    askedFor: null,
    waitingSince: null,
    tried: [],
  }
  const { start } = halfAnHour()
  const offer: Offer = {
    id: 'off_1',
    status: 'open',
    askedId: 'per_executive',
    heldUntil: start,
    madeAt: situation.now,
    unansweredAt: start,
    words: null,
    options: [{ id: 'opt_1', origin: 'found', ...halfAnHour(), until: start, dropped: false, against: null }],
    answer: null,
  }
  const invite: Invite = {
    id: 'inv_1',
    personId: 'per_executive',
    uid: '7d2k9x@reply.sotto.example',
    organizer: 'notes.x7k2@reply.sotto.example',
    sequence: 0,
    partstat: 'NEEDS-ACTION',
    live: true,
    stampedAt: situation.now,
    answer: null,
    sentSequence: null,
  }
  const calendar = (['REQUEST', 'CANCEL', 'DECLINECOUNTER'] as const).map(
    (method) => calendarLetter(situation, session, invite, { method, time: halfAnHour() }).outgoing.letter,
  )
  return [offerLetter(situation, session, offer).outgoing.letter, ...calendar]
}

/** Everything that is sent with a letter. */
function outward(letter: Letter): Outward {
  const { subject, fromName, text, html, calendar } = write(letter)
  return {
    subject,
    fromName,
    body: [text, html, calendar?.description ?? ''].join('\n'),
    summary: calendar?.summary ?? '',
    location: calendar?.location ?? '',
    fileName: 'invite.ics',
  }
}

function lint(
  text: Outward,
  forbiddenWords: readonly string[] = [],
  hiddenNames: readonly string[] = [],
): readonly Finding[] {
  return lintOutward(text, { forbiddenWords, hiddenNames })
}

function describe(letter: Letter): string {
  return `${letter.kind} in ${letter.reader.locale} to ${letter.reader.name}`
}
