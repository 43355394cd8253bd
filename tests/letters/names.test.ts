import { expect, test } from 'vitest'

import type { Letter } from '../../worker/domain/letter/letter.ts'
import {
  aConfirmation,
  anAgreement,
  anInvitation,
  anInvite,
  anOffer,
  anOutcome,
  aReader,
  aSignIn,
  aHealthLetter,
  aTestInvite,
  write,
  someFigures,
} from '../support/letters.ts'

const strangeNames = [
  `Tom "the <img src=x onerror=alert(1)>" O'Leroy & Sons`,
  '山田 太郎',
  'נדב לוי',
  'Zoë 🌟 Müller-Łukasz',
  'Eve\r\nBcc: everybody@fabrikam.example\u2028\u0000x',
  'Mallory \u202ereversed\u2066',
]

test('no name breaks out of a line, a tag or the direction of the text', () => {
  for (const name of strangeNames)
    for (const letter of lettersNaming(name)) {
      const { subject, fromName, text, html, calendar } = write(letter)
      for (const line of [subject, fromName, calendar?.summary ?? '', calendar?.location ?? ''])
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      expect(text + html).not.toMatch(/\r|\nBcc|\u202e|\u2066/)
      expect(html).not.toContain('<img')
    }
})

test('a right-to-left name is isolated from the words around it', () => {
  expect(write(anInvite({ otherName: 'נדב לוי' })).text).toContain('with \u2068נדב לוי\u2069.')
})

test('strange names are shortened as whole characters', () => {
  expect(write(anInvite({ otherName: '𝒯om 🌟' })).calendar?.summary).toBe('30 min with 𝒯. 🌟')
  const sender = {
    managerName: '  Élodie   de la Tour ',
    managerEmail: 'e@northwind.example',
    programme: 'Northwind',
  }
  expect(write(anInvite({ sender })).fromName).toBe('Élodie T. via Northwind')
  expect(write(anInvite({ sender: { ...sender, managerName: '山田太郎' } })).fromName).toBe(
    '山田太郎 via Northwind',
  )
})

test('a title has the short name that the programme set, else the one made from the name', () => {
  const titleOf = (parts: Parameters<typeof anInvite>[0]) => write(anInvite(parts)).calendar?.summary
  expect(titleOf({ otherName: 'Müller, Zoë (EXT)' })).toBe('30 min with Z. Müller')
  expect(titleOf({ otherName: 'Müller, Zoë (EXT)', otherShortName: 'Zoë M.' })).toBe('30 min with Zoë M.')
  expect(titleOf({ otherName: null, otherShortName: null })).toBe('1:1')
  const sender = { managerName: 'Haddad, Nadia', managerEmail: 'n@northwind.example', programme: 'Northwind' }
  expect(write(anInvite({ sender })).fromName).toBe('Nadia H. via Northwind')
  expect(write(anInvite({ sender: { ...sender, managerShortName: 'Nadia' } })).fromName).toBe(
    'Nadia via Northwind',
  )
})

test('a mail speaks of people in the usual order, and greets its reader so', () => {
  const reader = aReader({ name: 'Martin, Odile (EXT)' })
  const { text, subject } = write(anOffer({ reader, executiveName: 'Müller, Zoë', toExecutive: false }))
  expect(text).toContain('Odile Martin,')
  expect(subject).toContain('Zoë Müller')
  expect(text + subject).not.toMatch(/Müller, Zoë|EXT/)
})

function lettersNaming(name: string): readonly Letter[] {
  const reader = aReader({ name })
  const sender = { managerName: name, managerEmail: 'n.haddad@northwind.example', programme: name }
  return [
    aSignIn({ reader, sender }),
    anInvitation({ reader, sender }),
    someFigures({ reader, sender }),
    aTestInvite({ reader, sender }),
    aTestInvite({ reader, sender, method: 'CANCEL' }),
    aHealthLetter({ reader, sender }),
    anOffer({ reader, sender, executiveName: name, mentorName: name, firstContact: true }),
    anInvite({ reader, sender, otherName: name, firstContact: true, place: { kind: 'room', room: name } }),
    anOutcome({ reader, sender, otherName: name }),
    aConfirmation({ reader, sender, executiveName: name }),
    anAgreement({ reader, sender, mentorName: name, commitment: name }),
  ]
}
