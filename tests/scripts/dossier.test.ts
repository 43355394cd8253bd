import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

import { PURPOSES } from '../../schema/purposes/index.ts'
import { readOptions } from '../../scripts/dossier.ts'
import { atRest } from '../../scripts/dossier/at-rest.ts'
import { readBuilt } from '../../scripts/dossier/built.ts'
import { readErasure } from '../../scripts/dossier/erasure.ts'
import { LETTER_PURPOSES } from '../../scripts/dossier/letters.ts'
import { MEASURES } from '../../scripts/dossier/measures.ts'
import { missingOfMentors, RECORDED_OF_MENTORS } from '../../scripts/dossier/of-mentors.ts'
import { fileOf, type PageName } from '../../scripts/dossier/page-names.ts'
import { dossierPages } from '../../scripts/dossier/pages.ts'
import { processors, wrangler } from '../../scripts/dossier/processors.ts'
import {
  ROUTE_PURPOSES,
  describedRoutes,
  freshLinkRoutes,
  keyOf,
} from '../../scripts/dossier/route-purposes.ts'
import { settingNames } from '../../scripts/dossier/sections.ts'
import { securityPage } from '../../scripts/dossier/security.ts'
import { mappedTables, schemaTables, withoutPurpose } from '../../scripts/dossier/tables.ts'
import { root } from '../../scripts/root.ts'
import { KEPT_MS } from '../../worker/domain/clock/retention.ts'
import { SIGHTS } from '../../worker/domain/people/permission.ts'
import { RULE_FIELDS } from '../../worker/domain/people/person.ts'
import { LOOK_ROUTES } from '../../worker/domain/record/look-route.ts'
import { WHYS } from '../../worker/domain/session/why.ts'
import { routes } from '../../worker/http/routes.ts'
import { SEALED_COLUMNS } from '../../worker/storage/seal/sealed-columns.ts'

const LOCALES = ['en', 'fr'] as const
const pages = { en: dossierPages('en'), fr: dossierPages('fr') }
const every = LOCALES.flatMap((locale) =>
  Object.entries(pages[locale]).map(([name, text]) => ({ name: `${name} (${locale})`, text })),
)

function pageOf(name: PageName, locale: (typeof LOCALES)[number] = 'en'): string {
  return pages[locale][fileOf(name)] ?? ''
}

describe('every column', () => {
  test('has a purpose, and nothing else has', () => {
    expect(withoutPurpose()).toEqual([])
  })

  test('that is new is named, with where its line belongs', () => {
    const tables = schemaTables().map((each) =>
      each.name === 'people' ? { ...each, columns: [...each.columns, 'shoe_size'] } : each,
    )
    expect(withoutPurpose(tables)).toEqual(['people.shoe_size has no purpose: add it in schema/purposes/'])
  })

  test('that is gone is named too', () => {
    const { unit: _unit, ...columns } = PURPOSES['members']?.columns ?? {}
    const tables = schemaTables().map((each) =>
      each.name === 'members' ? { ...each, columns: Object.keys(columns) } : each,
    )
    expect(withoutPurpose(tables)).toEqual(['members.unit is no column: take it out of schema/purposes/'])
  })

  test.each(schemaTables())('of $name stands in the data map', ({ name, columns }) => {
    const [, section = ''] = pageOf('map').split(`\n## \`${name}\`\n`)
    const [own = ''] = section.split('\n## ')
    expect(columns.filter((each) => !own.includes(`| \`${each}\``))).toEqual([])
  })

  test('about a mentor stands in what the works council reads', () => {
    expect(missingOfMentors(mappedTables())).toEqual([])
    const names = schemaTables().map(({ name }) => name)
    expect(
      RECORDED_OF_MENTORS.flatMap(({ tables }) => tables).filter((each) => !names.includes(each)),
    ).toEqual([])
  })

  test('that is sealed or hashed is said to be, and no column with words by mistake', () => {
    expect(SEALED_COLUMNS.map(({ table, column }) => atRest(table, column))).toEqual(
      SEALED_COLUMNS.map(() => 'sealed'),
    )
    expect(atRest('links', 'token_hash')).toBe('hashed')
    const listed = new Set(
      Array.from(pageOf('assessment').matchAll(/^- `(\w+\.\w+)`$/gm), ([, name]) => name),
    )
    const words = mappedTables().flatMap(({ name, columns }) =>
      columns
        .filter(({ kind }) => kind === 'words')
        .map((each) => [`${name}.${each.name}`, each.atRest] as const),
    )
    expect(words.length).toBeGreaterThan(8)
    expect(words.filter(([name, kept]) => listed.has(name) !== (kept === 'clear'))).toEqual([])
  })

  test('that an erasure empties is read from the statements that do it', () => {
    const erasure = readErasure()
    const columns = new Map(schemaTables().map((each) => [each.name, each.columns]))
    const named = [...erasure].flatMap(([name, erased]) =>
      erased === 'row' ? [[name]] : Array.from(erased, (each) => [name, each]),
    )
    const isThere = ([name = '', column]: readonly string[]) =>
      column === undefined ? columns.has(name) : columns.get(name)?.includes(column)
    expect(named.filter((each) => !isThere(each))).toEqual([])
    expect(erasure.get('questions')).toBe('row')
    expect(erasure.get('sign_ins')).toBe('row')
    for (const gone of ['people email', 'people name', 'people zone', 'commitments words'])
      expect(named.map((each) => each.join(' '))).toContain(gone)
    expect(erasure.get('outcomes')).toBeUndefined()
  })
})

test('what rules and codes can say is in the data map: a person’s own rules, and each reason', () => {
  const [, codes = ''] = pageOf('map').split('## What the codes are')
  for (const name of [...Object.keys(RULE_FIELDS), ...settingNames(), ...WHYS, ...LOOK_ROUTES])
    expect(codes).toContain(`\`${name}\``)
})

describe('every letter', () => {
  const source = readFileSync(join(root, 'worker/domain/letter/letter.ts'), 'utf8')
  const kinds = Array.from(source.matchAll(/readonly kind: '([\w-]+)'/g), ([, kind = '']) => kind)

  test('has a row, in both languages', () => {
    expect(kinds.length).toBeGreaterThan(14)
    expect(Object.keys(LETTER_PURPOSES).toSorted()).toEqual(kinds.toSorted())
    for (const locale of LOCALES)
      expect(kinds.filter((each) => !pageOf('agreement', locale).includes(`| \`${each}\` |`))).toEqual([])
  })
})

describe('every route', () => {
  test('has a row, and every purpose a route', () => {
    const page = pageOf('routes')
    expect(routes.filter(({ method, path }) => !page.includes(`| \`${method} ${path}\` |`))).toEqual([])
    const used = new Set(routes.map(({ path }) => keyOf(path)))
    expect(Object.keys(ROUTE_PURPOSES).filter((each) => !used.has(each))).toEqual([])
  })

  test('without a purpose stops the dossier, and says where to add it', () => {
    expect(() => describedRoutes([{ method: 'GET', path: '/api/v1/wages', actors: ['manager'] }])).toThrow(
      '/api/v1/wages has no purpose: add its beginning in scripts/dossier/route-purposes.ts',
    )
  })

  test('that asks for a young link is known as one', () => {
    const text = readFileSync(join(root, 'worker/http/way-back/fresh-link.ts'), 'utf8')
    const [, entries = ''] = /NEEDS_FRESH_LINK[^{]*\{([\s\S]*?)\n\}/.exec(text) ?? []
    const keys = entries.split('\n').filter((line) => /^ {2}\S/.test(line) && /^ {2}['\w[]/.test(line))
    expect(freshLinkRoutes()).toHaveLength(keys.length)
    const known = routes.map(({ method, path }) => `${method} ${path}`)
    expect(freshLinkRoutes().filter((each) => !known.includes(each))).toEqual([])
    expect(freshLinkRoutes()).toContain('GET /programmes/:id/export')
  })
})

describe.each(LOCALES)('the dossier in %s', (locale) => {
  test('has every rule and switch of a programme with what holds unless it is changed', () => {
    const agreement = pageOf('agreement', locale)
    expect(settingNames().filter((each) => !agreement.includes(`(\`${each}\`) | `))).toEqual([])
    const [on, off] = locale === 'en' ? ['on', 'off'] : ['oui', 'non']
    expect(agreement).toMatch(new RegExp(`\\(\`stages\`\\) \\| ${on} \\|`))
    expect(agreement).toMatch(new RegExp(`\\(\`pulses\`\\) \\| ${on} \\|`))
    expect(agreement).toMatch(new RegExp(`\\(\`privateNotes\`\\) \\| ${off} \\|`))
  })

  test('has a row for each sight and each time limit', () => {
    const agreement = pageOf('agreement', locale)
    const cells = (line: string) => line.split(' | ').length
    expect(agreement.split('\n').filter((line) => cells(line) === 9)).toHaveLength(SIGHTS.length + 2)
    const kept = agreement.split('\n').filter((line) => /\| (after|après) \d+ /.test(line))
    expect(kept).toHaveLength(Object.keys(KEPT_MS).length)
  })

  test('says nothing twice differently: the same code makes the same pages', () => {
    expect(dossierPages(locale)).toEqual(pages[locale])
  })
})

test.each(every)('$name is whole: no hole, and only files and commands that exist', ({ text }) => {
  expect(text).not.toMatch(/undefined|\[object|NaN|\$\{/)
  const named = Array.from(
    text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.(?:tsx?|md))(?:#\w+)?`/g),
    ([, path = '']) => path,
  )
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const commands = Array.from(text.matchAll(/`npm run ([\w:-]+)/g), ([, name = '']) => name)
  expect(commands.filter((name) => !(name in scripts))).toEqual([])
})

test('each measure names what is there and, but for the logs, a test', () => {
  for (const { where } of Object.values(MEASURES))
    expect(where.filter((path) => !existsSync(join(root, path)))).toEqual([])
  const { logs: _logs, ...shown } = MEASURES
  const isShown = ({ where }: { readonly where: readonly string[] }) =>
    where.some((path) => path.startsWith('tests/'))
  expect(Object.values(shown).filter((each) => !isShown(each))).toEqual([])
})

test('what is not built is “not yet”, and becomes true with its command', () => {
  const built = readBuilt()
  const all = { ...built, hasCommand: () => true, hasTable: () => true }
  const none = { ...built, hasCommand: () => false, hasTable: () => false }
  const claimed = /`npm run (backup|fsck|audit:verify)`/
  expect(securityPage('', mappedTables(), none)).not.toMatch(claimed)
  expect(securityPage('', mappedTables(), all)).toMatch(claimed)
  expect(pageOf('security')).toContain('not yet')
})

describe('wrangler.toml', () => {
  test('names who else gets data, by the driver that sends', () => {
    expect(processors().map(({ what }) => what.en)).toContain('Cloudflare D1')
    const relayed = processors(
      wrangler()
        .replace('MAIL_DRIVER = "cloudflare"', 'MAIL_DRIVER = "smtp"')
        .replace('SMTP_HOST = ""', 'SMTP_HOST = "relay.company.example"'),
    ).map(({ what }) => what.en)
    expect(relayed).toContain('the mail relay relay.company.example')
    expect(relayed).not.toContain('Cloudflare Email')
  })

  test('with a service that nobody has described stops the dossier', () => {
    expect(() => processors(`[ai]\nbinding = "AI"\n${wrangler()}`)).toThrow('wrangler.toml has [ai]')
  })
})

describe('the French pages', () => {
  test('have no English left in what a works council signs, and French spaces', () => {
    for (const name of ['contents', 'record', 'assessment', 'agreement'] as const) {
      const prose = pageOf(name, 'fr').replaceAll(/`[^`]*`/g, '')
      expect(prose.match(/\b(the|and|with|who|what|after|which)\b/g) ?? [], name).toEqual([])
      expect(prose.match(/\w[;:?!»](?!\/\/)(?=\s|$)/gm) ?? [], name).toEqual([])
      expect(prose.match(/«[^\u202f]/g) ?? [], name).toEqual([])
    }
  })
})

test('the command takes a folder and a language, and nothing else', () => {
  expect(readOptions([])).toEqual({ out: join(root, 'dossier'), locale: 'en' })
  expect(readOptions(['--locale', 'fr', '--out', 'x'])).toEqual({ out: resolve('x'), locale: 'fr' })
  for (const wrong of [['--locale', 'de'], ['--out'], ['--programme', 'prg_1']])
    expect(() => readOptions(wrong)).toThrow('npm run dossier')
})
