import { expect, test } from 'vitest'

import { wordsOf } from '../../web/letters/words.ts'
import type { Letter } from '../../worker/domain/letter/letter.ts'
import { after, DAY } from '../../worker/domain/time/time.ts'
import {
  aConfirmation,
  aDigest,
  aHealthLetter,
  anInvitation,
  anInvite,
  anOffer,
  anOutcome,
  aReader,
  aSignIn,
  aTestInvite,
  linksIn,
  severalOffers,
  write,
  someFigures,
} from '../support/letters.ts'
import { at } from '../support/times.ts'

const french = aReader({ locale: 'fr' })
const phone = { kind: 'phone', number: '+33 1 23 45 67 89' } as const

test('a sign-in says for whom it was asked, works ten minutes, and can be ignored', () => {
  const { text, calendar } = write(aSignIn())
  expect(text).toContain('somebody asked to sign in as c.bernard@northwind.example')
  expect(text).toContain('for 10 minutes: until Monday 15 March 2027, 09:10, Paris time (UTC+1)')
  expect(text).toContain('If it was not you, ignore this email')
  expect(linksIn(text)).toEqual(['/sign-in'])
  expect(calendar).toBeNull()
})

test('an invitation says who asks and what comes first, and signs its reader in once within a week', () => {
  const { subject, text, calendar } = write(anInvitation())
  expect(subject).toBe('Northwind: when can you be booked?')
  expect(text).toContain('Nadia Haddad would like to book an hour of your time')
  expect(text).toContain('until Monday 22 March 2027')
  expect(linksIn(text)).toEqual(['/sign-in'])
  expect(text).toContain('https://sotto.example/sign-in\n')
  expect(calendar).toBeNull()
})

test('figures come as a link and a last day, in words that say nothing of what the programme is', () => {
  const { subject, text } = write(someFigures())
  expect(subject).toBe('Northwind: the figures')
  expect(text).toContain('Hello The board,')
  expect(text).toContain('works until Saturday 27 March 2027, 24:00, Paris time')
  expect(linksIn(text)).toEqual(['/figures'])
  const french = write(someFigures({ reader: aReader({ locale: 'fr' }) }))
  expect(french.subject).toBe('Northwind\u202f: les chiffres')
})

test('the sender is the manager by her first name, through the programme', () => {
  expect(write(anOffer()).fromName).toBe('Nadia H. via Northwind')
})

test('an assistant finds one link for each time that is held, and the three other answers', () => {
  const { subject, text } = write(anOffer())
  expect(subject).toBe('Three times for Claude Bernard: which one suits?')
  expect(text).toContain(
    'Three times are being held for Claude Bernard, until Thursday 18 March 2027, 24:00, Paris time',
  )
  expect(linksIn(text)).toEqual([
    '/answer opt_0000000000000000000000',
    '/answer opt_0000000000000000000001',
    '/answer opt_0000000000000000000002',
    ...['/answer none', '/answer later', '/answer own'],
  ])
})

test('every mail to an assistant ends with the way to her desk, and none to an executive has it', () => {
  const desk = 'Your desk: the next six weeks in one place, after signing in\nhttps://sotto.example/desk'
  for (const letter of [
    anOffer(),
    severalOffers([anOffer(), anOffer({ executiveName: 'Zoe Fabre' })]),
    aDigest(),
  ])
    expect(write(letter).text.split(desk)).toHaveLength(2)
  expect(write(anOffer({ toExecutive: true })).text).not.toContain('/desk')
})

test('times that end at different hours each say their own, in the reader’s zone and language', () => {
  const { options } = anOffer()
  const apart = options.map((each, day) => ({ ...each, until: after(at('2027-03-16T09:00Z'), day * DAY) }))
  const { text } = write(anOffer({ options: apart }))
  expect(text).toContain('Three times are being held for Claude Bernard, each until the hour shown with it.')
  expect(text).toContain('until Tuesday 16 March 2027, 10:00')
  expect(text).toContain('until Thursday 18 March 2027, 10:00')

  const onTwoClocks = anOffer({ options: apart, executiveZone: 'America/New_York' })
  for (const letter of [onTwoClocks, severalOffers([onTwoClocks, anOffer({ executiveName: 'Zoe Fabre' })])])
    expect(write(letter).text).toMatch(
      /New York time \(UTC−4\) · until Tuesday 16 March 2027, 10:00, Paris time \(UTC\+1\)/,
    )

  const alike = options.map((each) => ({ ...each, until: at('2027-03-16T09:00Z') }))
  const { text: once } = write(anOffer({ options: alike }))
  expect(once.match(/until /g)).toHaveLength(1)
  expect(once).toContain('for Claude Bernard, until Tuesday 16 March 2027, 10:00, Paris time')
})

test('an assistant can copy the times as text, and reach a human', () => {
  const { text } = write(anOffer())
  expect(text).toContain(
    'To copy:\nTue 23 March 2027, 10:00–10:30, Paris time (UTC+1)\nWed 24 March 2027, 10:00',
  )
  expect(text).toContain('Sent for Nadia Haddad. Reply to this email, or write to n.haddad@northwind.example')
})

test('only the first mail says what this is, and how to stop it', () => {
  expect(write(anOffer({ firstContact: true })).text).toMatch(/What this is: .*To stop these emails/)
  expect(write(anOffer()).text).not.toContain('What this is')
})

test('an assistant reads the mentor’s name only where it is not hidden', () => {
  expect(write(anOffer()).text).toContain('30 minutes with Tom Leroy.')
  const hidden = write(anOffer({ mentorName: null }))
  expect(hidden.text).toContain('30 minutes, one to one.')
  expect(hidden.text + hidden.html).not.toContain('Leroy')
})

test('each offered time stands in both zones where the executive’s clock shows another hour', () => {
  const apart = write(anOffer({ executiveZone: 'America/New_York' }))
  for (const part of [apart.text, apart.html]) {
    expect(part).toContain('Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)')
    expect(part).toContain('Tue 23 March 2027, 05:00–05:30, New York time (UTC−4)')
  }
  expect(write(anOffer({ executiveZone: 'Europe/Berlin' })).text).not.toContain('Berlin')
})

test('after a bump the times are new and the tone is the same', () => {
  expect(write(anOffer({ bumps: 1 })).subject).toBe('Three new times for Claude Bernard: which one suits?')
  expect(write(anOffer({ bumps: 1 })).text).toContain('Three new times are being held')
})

test('the executive himself is asked more briefly, and needs nothing to answer', () => {
  const himself = write(anOffer({ toExecutive: true, reader: aReader(), firstContact: true, place: phone }))
  expect(himself.subject).toBe('30 minutes: which time suits you?')
  expect(himself.text).toContain(
    'Which of these times would suit you best? 30 minutes with Tom Leroy. By phone.',
  )
  expect(himself.text).toContain('Nothing to prepare, no account to open.')
  expect(linksIn(himself.text)).toHaveLength(6)
  expect(himself.text).not.toContain('To copy')
})

test('a single time is spoken of as one', () => {
  const options = anOffer().options.slice(0, 1)
  expect(write(anOffer({ options })).text).toContain('One time is being held')
  expect(write(anOffer({ options, reader: french })).subject).toBe(
    'Un créneau pour Claude Bernard\u202f: convient-il\u202f?',
  )
})

test('a mentor logs by one of four links, and no subject names the other person', () => {
  const { subject, text } = write(anOutcome())
  expect(subject).toBe('Tuesday 23 March 2027: how did it go?')
  expect(text).toContain('Your meeting with Claude Bernard is over')
  expect(linksIn(text)).toEqual(['/log happened', '/log cut-short', '/log did-not-happen', '/log moved'])
  expect(write(anOutcome({ reader: french })).subject).toMatch(/^Mardi 23 mars 2027/)
})

test('a decline asked for from a page is confirmed by one link, or ignored', () => {
  const { text } = write(aConfirmation())
  expect(text).toContain(
    'Somebody opened your invite and asked to decline it: Tue 23 March 2027, 10:00–10:30, Paris time',
  )
  expect(text).toContain('ignore this email: the time stays as it is')
  expect(linksIn(text)).toEqual(['/confirm'])
  const assistant = aReader({ name: 'Odile Marchand' })
  expect(write(aConfirmation({ reader: assistant })).text).toContain('the invite for Claude Bernard')
})

test('a test invite is an entry of its reader alone, and says how it is answered', () => {
  const { subject, text, calendar } = write(aTestInvite())
  expect([subject, calendar?.summary]).toEqual(['Calendar test', 'Calendar test'])
  expect(text).toContain('Accept or decline it there')
  const french = aReader({ name: 'Nadia Haddad', locale: 'fr' })
  const gone = write(aTestInvite({ reader: french, method: 'CANCEL' }))
  expect(gone.subject).toContain('Essai d’agenda')
  expect(gone.text).toContain('Il est retiré de votre agenda')
})

test('whoever runs the installation reads what is bad, since when, and where it stands, of nobody', () => {
  const { subject, text, calendar } = write(aHealthLetter())
  expect(subject).toBe('Sotto: something needs a look')
  expect(text).toContain('A job of the last run failed. Since Monday 15 March 2027, 08:45, Paris time')
  expect(text).toContain('https://sotto.example/deliveries#how-it-runs')
  expect(text).not.toMatch(/Northwind|Sent for/)
  expect(calendar).toBeNull()
})

test('each thing that is bad says what to do about it; Delivery is named to managers alone', () => {
  const codes = ['letters-late', 'jobs-failed', 'timers-failing', 'checks-broken', 'feeds-failing'] as const
  const { madeAt } = aHealthLetter()
  for (const locale of ['en', 'fr'] as const) {
    const words = wordsOf(locale).health
    const text = (isForManager: boolean, bad: readonly (typeof codes)[number][]) =>
      write(
        aHealthLetter({
          ...{ reader: aReader({ name: 'Nadia Haddad', locale }), isForManager },
          bad: bad.map((code) => ({ code, since: madeAt })),
        }),
      ).text.replaceAll(/\s+/g, ' ')
    const flat = (said: string) => said.replaceAll(/\s+/g, ' ')
    for (const code of codes) expect(text(true, [code])).toContain(flat(words.toDo[code]))
    expect(text(true, codes)).not.toContain(flat(words.elsewhere))
    expect(text(true, codes)).not.toContain('docs/')
    expect(text(false, codes)).toContain(flat(words.elsewhere))
    expect(text(false, codes)).not.toContain('https://')
    expect(text(false, ['feeds-failing'])).not.toMatch(/Delivery|Envois/)
    const mended = aHealthLetter({ bad: [], wellSince: madeAt, isForManager: false })
    expect(write(mended).text).not.toMatch(/Delivery|https:/)
  }
})

test('that all is well says since when, and what was told before', () => {
  const wellSince = at('2027-03-15T09:00Z')
  const { subject, text } = write(aHealthLetter({ bad: [], wellSince }))
  expect(subject).toBe('Sotto: everything works again')
  expect(text).toContain('Everything has worked again since Monday 15 March 2027, 10:00')
  expect(text).toContain('On Monday 15 March 2027, 09:00, Paris time (UTC+1) we wrote')
})

const every: readonly Letter[] = [
  aSignIn(),
  anInvitation(),
  someFigures(),
  aTestInvite(),
  aHealthLetter(),
  aHealthLetter({ bad: [], wellSince: at('2027-03-15T09:00Z') }),
  anOffer(),
  anInvite(),
  anOutcome(),
  aConfirmation(),
]

test('HTML and text carry the same links, and no letter holds a token or a secret address of its own', () => {
  for (const letter of every) {
    const { subject, fromName, text, html } = write(letter)
    expect(linksIn(html.replaceAll('&amp;', '&'))).toEqual(linksIn(text))
    expect(subject + fromName).not.toMatch(/token-of|x7k2|https?:/)
    expect(text + html).not.toContain('x7k2')
  }
})

test('a French reader reads French throughout', () => {
  for (const letter of every) {
    const { subject, text, html } = write({ ...letter, reader: french })
    expect(subject + text).not.toMatch(/\b(the|you|with|time|mail|mar 23|March)\b/i)
    expect(text).toContain('heure de Paris (UTC+1)')
    expect(html).toContain('<html lang="fr">')
  }
})

test('a letter written again is identical', () => {
  for (const letter of every) expect(write(structuredClone(letter))).toEqual(write(letter))
})
