import { expect, test } from 'vitest'

import type { OfferLetter } from '../../worker/domain/letter/letter.ts'
import { after, DAY } from '../../worker/domain/time/time.ts'
import { anOffer, aReader, linksIn, severalOffers, write } from '../support/letters.ts'
import { at } from '../support/times.ts'

const NAMES = [
  ...['Claude Bernard', 'Lea Duval', 'Ines Ferrer', 'Max Weber', 'Anneliese Hofstätter'],
  ...[
    'Jean-Baptiste Moreau',
    'Priya Raghunathan',
    'Oluwaseun Adeyemi',
    'Katarzyna Nowak',
    'William O’Connor',
  ],
]

test.each(['en', 'fr'] as const)(
  'a mail about ten executives fits: each is a few lines, in every zone, also the first time (%s)',
  (locale) => {
    for (const executiveZone of ['Europe/Paris', 'America/New_York'])
      for (const firstContact of [true, false]) {
        const { text, html } = several(10, { executiveZone, firstContact, reader: odile(locale) })
        expect(text.length).toBeLessThanOrEqual(4500)
        expect(html.length).toBeLessThanOrEqual(15_000)
        for (const name of NAMES)
          expect(text.split(name)).toHaveLength(firstContact && isListed(name) ? 3 : 2)
      }
  },
)

test('each executive has a part: how long and with whom, the times, and a link of his own', () => {
  const { text } = several(2)
  expect(text).toContain(`Lea Duval: 30 minutes with Tom Leroy.
Tue 23 March 2027, 10:00–10:30
`)
  expect(linksIn(text)).toEqual([...LINKS_OF_ONE, ...LINKS_OF_ONE])
})

test('many executives have one address each in the plain text, and every time is a link in the other part', () => {
  const { text, html } = several(10)
  expect(linksIn(text)).toEqual(NAMES.map(() => '/answer'))
  expect(text).toContain('Thu 25 March 2027, 10:00–10:30\nChoose, or give another answer\nhttps://')
  const hrefs = Array.from(html.matchAll(/href="([^"]+)"/g), ([, href = '']) => href)
  expect(hrefs.filter((href) => href.includes('option=opt_'))).toHaveLength(30)
  // Each part has one for the other answers, and one to the desk stands below all.
  expect(hrefs).toHaveLength(41)
})

test('zone and deadline are said once where they are the same for all', () => {
  const { text } = several(3)
  expect(text).toContain(
    'All hours are Paris time (UTC+1). All are held until Thursday 18 March 2027, 24:00.',
  )
  expect(text.match(/Paris time/g)).toHaveLength(1)
})

test('where they are not the same, each executive or each time says its own', () => {
  const later = { ...anOffer({ executiveName: 'Zoe Fabre' }), heldUntil: at('2027-03-19T11:00Z') }
  const apart = write(severalOffers([anOffer(), later])).text
  expect(apart).toContain(
    'Claude Bernard: 30 minutes with Tom Leroy. Held until Thursday 18 March 2027, 24:00,',
  )
  expect(apart).toContain('Zoe Fabre: 30 minutes with Tom Leroy. Held until Friday 19 March 2027, 12:00,')

  const { options } = anOffer()
  const ends = options.map((each, day) => ({ ...each, until: after(at('2027-03-16T09:00Z'), day * DAY) }))
  const each = write(severalOffers([anOffer({ options: ends }), later])).text
  expect(each).toContain('Wed 24 March 2027, 10:00–10:30 · until Wednesday 17 March 2027, 10:00\n')

  const summer = options.map((one, week) => ({
    ...one,
    start: after(one.start, week * 7 * DAY),
    end: after(one.end, week * 7 * DAY),
  }))
  const changing = write(severalOffers([anOffer({ options: summer }), anOffer()])).text
  expect(changing).toContain('Tue 23 March 2027, 10:00–10:30, Paris time (UTC+1)')
  expect(changing).toContain('Paris time (UTC+2)')
})

test('an executive elsewhere has the hours there beside each time, with the day where it is another', () => {
  expect(several(2, { executiveZone: 'America/New_York' }).text).toContain(
    'Tue 23 March 2027, 10:00–10:30 · 05:00–05:30, New York time (UTC−4)',
  )
  expect(several(2, { executiveZone: 'Pacific/Auckland' }).text).toContain(
    'Tue 23 March 2027, 10:00–10:30 · 22:00–22:30, Auckland time (UTC+13)',
  )
  expect(several(2, { executiveZone: 'Pacific/Honolulu' }).text).toContain(
    'Tue 23 March 2027, 10:00–10:30 · Mon 22 March 2027, 23:00–23:30, Honolulu time (UTC−10)',
  )
})

test('the subject names four executives at the most', () => {
  expect(several(4).subject).toBe(
    'Times for Claude Bernard, Lea Duval, Ines Ferrer, Max Weber: which ones suit?',
  )
  expect(several(10).subject).toBe(
    'Times for Claude Bernard, Lea Duval, Ines Ferrer and 7 others: which ones suit?',
  )
})

test('what a manager wrote for all is said once, and what she wrote for one stands with him', () => {
  const alike = several(10, { firstContact: true, words: 'Good morning.\nThis is about the spring.' })
  expect(alike.text.match(/This is about the spring\./g)).toHaveLength(1)
  expect(alike.text).not.toContain('What this is')
  expect(alike.text).toContain('To stop these emails')

  const [one, two] = [anOffer({ words: 'About Claude.' }), anOffer({ executiveName: 'Zoe Fabre' })]
  expect(write(severalOffers([one, two])).text).toContain('About Claude.\n\nClaude Bernard: 30 minutes')
})

test('a mentor who is hidden from the assistant is hidden in the mail of several too', () => {
  const { text, html } = several(3, { mentorName: null })
  expect(text).toContain('Claude Bernard: 30 minutes, one to one.')
  expect(text + html).not.toContain('Leroy')
})

const LINKS_OF_ONE = [
  '/answer opt_0000000000000000000000',
  '/answer opt_0000000000000000000001',
  '/answer opt_0000000000000000000002',
  '/answer',
]

function several(count: number, parts: Partial<OfferLetter> = {}) {
  return write(
    severalOffers(NAMES.slice(0, count).map((executiveName) => anOffer({ ...parts, executiveName }))),
  )
}

function isListed(name: string): boolean {
  return NAMES.indexOf(name) < 3
}

function odile(locale: 'en' | 'fr') {
  return aReader({ name: 'Odile Marchand', locale })
}
