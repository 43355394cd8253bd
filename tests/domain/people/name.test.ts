import { expect, test } from 'vitest'

import { MAX_SHORT_NAME_CHARACTERS } from '../../../worker/domain/limits.ts'
import {
  familiarName,
  ownShortName,
  proposedShortName,
  shortNameOf,
} from '../../../worker/domain/people/name/short.ts'
import { spokenName } from '../../../worker/domain/people/name/spoken.ts'

/** As people and directories write them, and what stands in a title. */
const NAMES: readonly (readonly [string, string])[] = [
  ['Tom Leroy', 'T. Leroy'],
  ['Neil Patrick Harris', 'N. Harris'],
  ['Élodie   Durand ', 'É. Durand'],
  // Last, First
  ['Müller, Zoë', 'Z. Müller'],
  ['Smith, John (EXT)', 'J. Smith'],
  ['Smith, John, PhD', 'J. Smith'],
  ['Smith Jr., John', 'J. Smith'],
  ['SMITH, JOHN', 'J. Smith'],
  ['García López, Ana', 'A. García López'],
  ['Leyen, Ursula von der', 'U. von der Leyen'],
  ['van der Berg, Jan', 'J. van der Berg'],
  ['Schmidt, Dr. Anna', 'A. Schmidt'],
  ['Ng, Wei', 'W. Ng'],
  ['Smith; John', 'J. Smith'],
  // Titles and suffixes
  ['Dr. Anna Schmidt, MBA', 'A. Schmidt'],
  ['Dr.Anna Schmidt', 'A. Schmidt'],
  ['Anna Schmidt, CSM', 'A. Schmidt'],
  ['Anna Schmidt, Ph.D., M.A.', 'A. Schmidt'],
  ['John Smith Jr.', 'J. Smith'],
  ['Sammy Davis, Jr.', 'S. Davis'],
  ['Henry Smith III', 'H. Smith'],
  ['Jane Doe PhD', 'J. Doe'],
  ['Prof. Dr. h.c. mult. Hans Peter Müller', 'H. Müller'],
  ['Prof. Dr.-Ing. habil. Eva Schröder', 'E. Schröder'],
  ['Frau Dr. med. Ute Klein', 'U. Klein'],
  ['Sir Ben Kingsley', 'B. Kingsley'],
  ['M. Jean Dupont', 'J. Dupont'],
  ['Mme Claire de La Tour', 'C. de La Tour'],
  ['Dott.ssa Giulia Rossi', 'G. Rossi'],
  ['Dra. María Pérez', 'M. Pérez'],
  ['Dato’ Seri Ahmad bin Abdullah', 'A. bin Abdullah'],
  ['Shri Arjun Mehta', 'A. Mehta'],
  ['João Silva Neto', 'J. Silva'],
  ['Dr. Schmidt', 'Schmidt'],
  // Particles
  ['Hans von der Leyen', 'H. von der Leyen'],
  ['Vincent van Gogh', 'V. van Gogh'],
  ['Vincent Van Gogh', 'V. Van Gogh'],
  ['Robert De Niro', 'R. De Niro'],
  ['Juana de la Cruz', 'J. de la Cruz'],
  ['Maria dos Santos', 'M. dos Santos'],
  ['José Ortega y Gasset', 'J. Ortega y Gasset'],
  ['Ali al-Rashid', 'A. al-Rashid'],
  ['Omar bin Khalid Al Saud', 'O. Al Saud'],
  ['Ramasamy a/l Muthu', 'R. a/l Muthu'],
  ['Jill St. John', 'J. St. John'],
  ['van Dijk', 'van Dijk'],
  ['Al Gore', 'A. Gore'],
  // The family name in capitals
  ['LIM Siew Hoon', 'S. H. Lim'],
  ['NGUYEN Van Anh', 'V. A. Nguyen'],
  ['NG Wei Ming', 'W. M. Ng'],
  ['LI Na', 'N. Li'],
  ['DUPONT Jean', 'J. Dupont'],
  ['Jean DUPONT', 'J. Dupont'],
  ['VAN DER BERG Jan', 'J. van der Berg'],
  ['O’BRIEN Sean', 'S. O’Brien'],
  ['McDONALD Ronald', 'R. McDonald'],
  ['JOHN SMITH', 'J. Smith'],
  ['john smith', 'J. Smith'],
  ['JP Morgan', 'J. Morgan'],
  // Hyphens and initials
  ['Jean-Luc Picard', 'J.-L. Picard'],
  ['Xiao-ming Wang', 'X.-M. Wang'],
  ['Anna Müller-Lüdenscheidt', 'A. Müller-Lüdenscheidt'],
  ['J. R. Smith', 'J. R. Smith'],
  ['J.R.R. Tolkien', 'J. R. R. Tolkien'],
  ['S Ramesh', 'S. Ramesh'],
  ['Ramesh S.', 'Ramesh S.'],
  ['Mª José García', 'M. García'],
  // Other scripts
  ['田中 太郎', '田中 太郎'],
  ['王小明 (Wang Xiaoming)', '王小明'],
  ['김민수', '김민수'],
  ['ジョン・スミス', 'ジョン・スミス'],
  ['田中様', '田中'],
  ['نادية حداد', 'نادية حداد'],
  ['דוד כהן', 'דוד כהן'],
  ['สมชาย ใจดี', 'สมชาย ใจดี'],
  ['Иван Петров', 'И. Петров'],
  ['Петров Иван Сергеевич', 'И. Петров'],
  ['Γιώργος Παπαδόπουλος', 'Γ. Παπαδόπουλος'],
  ['გიორგი ბერიძე', 'გ. ბერიძე'],
  // One word, additions, and what is no name
  ['Madonna', 'Madonna'],
  ['John "Johnny" Smith', 'J. Smith'],
  ['John Smith - Finance', 'J. Smith'],
  ['Smith, John | ACME', 'J. Smith'],
  ['John Smith 🌟', 'J. Smith'],
  ['John Smith 2', 'J. Smith'],
  ['Zoe\u0308 \u202eMüller\u2066', 'Z. Müller'],
  ['🙂', '🙂'],
  ['()', '?'],
]

test('a short name is what people would write', () => {
  for (const [name, short] of NAMES) expect([name, proposedShortName(name)]).toEqual([name, short])
})

test('however a name is put together, its short name is a line that can stand in a title', () => {
  for (const name of combinations()) {
    const short = proposedShortName(name)
    expect(short, name).not.toBe('')
    expect(short.length, name).toBeLessThanOrEqual(MAX_SHORT_NAME_CHARACTERS)
    expect(short, name).not.toMatch(/[,;()[\]{}<>"\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
    expect(short, name).not.toMatch(/\b(?:Dr|Prof|Mme|MBA|PhD|Jr|EXT)\b/)
    expect(proposedShortName(short), name).toBe(short)
    expect(proposedShortName(name), name).toBe(short)
    expect(familiarName(name).length, name).toBeLessThanOrEqual(MAX_SHORT_NAME_CHARACTERS)
  }
})

test('a name that was set counts, and one that says nothing new is not kept', () => {
  expect(shortNameOf({ name: 'Müller, Zoë', shortName: 'Zoë M.' })).toBe('Zoë M.')
  expect(shortNameOf({ name: 'Müller, Zoë', shortName: null })).toBe('Z. Müller')
  expect(ownShortName('Z. Müller', 'Müller, Zoë')).toBeNull()
  expect(ownShortName(' Zoë\u202e M. ', 'Müller, Zoë')).toBe('Zoë M.')
  expect(ownShortName(' \u200b ', 'Müller, Zoë')).toBeNull()
})

test('who writes is called by the first name, and everybody is spoken of in the usual order', () => {
  expect(
    [
      'Nadia Haddad',
      'Müller, Zoë (EXT)',
      'Hans von der Leyen',
      'LIM Siew Hoon',
      '田中 太郎',
      'J. R. Smith',
    ].map(familiarName),
  ).toEqual(['Nadia H.', 'Zoë M.', 'Hans L.', 'Siew Hoon L.', '田中 太郎', 'J. R. Smith'])
  expect(
    ['Müller, Zoë (EXT)', 'Dr. Anna Schmidt, MBA', 'LIM Siew Hoon', '田中 太郎', 'Tom Leroy', '()'].map(
      spokenName,
    ),
  ).toEqual(['Zoë Müller', 'Dr. Anna Schmidt', 'LIM Siew Hoon', '田中 太郎', 'Tom Leroy', '()'])
})

/** Parts put together in every order; “M.” before two words is Monsieur, and cannot be an initial as well. */
function combinations(): readonly string[] {
  const given = ['Zoë', 'Jean-Luc', 'J. R.', 'Siew Hoon', 'aïcha', 'X'.repeat(90), '太郎']
  const family = [
    'Leroy',
    'von der Leyen',
    'García López',
    'LIM',
    "O'Brien",
    'ß',
    'y'.repeat(150),
    'כהן',
    'MA',
  ]
  const before = ['', 'Dr. ', 'Prof. Dr. ', 'Mme ']
  const after = ['', ', MBA', ' Jr.', ' (EXT)', ', PhD, MBA', ' 🌟']
  return given.flatMap((one) =>
    family.flatMap((other) =>
      before.flatMap((title) =>
        after.flatMap((suffix) =>
          [`${one} ${other}`, `${other}, ${one}`, `${other} ${one}`, one].map(
            (name) => title + name + suffix,
          ),
        ),
      ),
    ),
  )
}
