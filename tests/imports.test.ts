import { globSync, readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../scripts/root.ts'

type Import = { readonly file: string; readonly from: string; readonly typeOnly: boolean }

/**
 * Each area with what it may import besides itself; `type:` allows only types. The longest matching name
 * counts, so pages, parts and words are `web`, and letters are not.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'worker/domain': [],
  schema: ['type:worker/domain'],
  web: ['worker/domain'],
  'web/letters': ['worker/domain', 'web'],
  'web/islands': ['type:worker/domain', 'type:web'],
  'worker/base64url.ts': [],
  'worker/sealing.ts': ['worker/domain', 'worker/base64url.ts'],
  'worker/signing.ts': ['worker/domain', 'worker/base64url.ts'],
  'worker/platform.ts': ['worker/domain', 'worker/sealing.ts', 'worker/signing.ts'],
  'worker/storage': ['worker/domain', 'schema', 'worker/platform.ts', 'type:worker/sealing.ts'],
  'worker/actions': ['worker/domain', 'worker/storage', 'worker/base64url.ts', 'worker/platform.ts'],
  'worker/delivery': [
    'worker/domain',
    'worker/compose',
    'worker/storage',
    'worker/actions',
    'web/letters',
    'worker/platform.ts',
  ],
  'worker/jobs': [
    'worker/domain',
    'worker/actions',
    'worker/delivery',
    'worker/storage',
    'worker/log-error.ts',
    'worker/platform.ts',
  ],
  // A letter as a mail, to the octet. It sends nothing.
  'worker/compose': ['worker/domain', 'web/letters'],
  // A preview writes the letter it shows.
  'worker/http': [
    ...['worker/domain', 'worker/storage', 'worker/actions', 'worker/compose', 'worker/platform.ts'],
    ...['web', 'web/letters', 'worker/base64url.ts'],
  ],
  'worker/http/dev': [
    ...['worker/domain', 'worker/storage', 'worker/actions', 'worker/delivery', 'worker/jobs', 'worker/http'],
    ...['web', 'worker/compose', 'worker/platform.ts', 'schema'],
  ],
  'worker/log-error.ts': ['worker/storage'],
  'worker/app.ts': ['worker/domain', 'worker/http', 'worker/log-error.ts', 'worker/platform.ts'],
  'worker/doors.ts': [
    ...['worker/domain', 'worker/delivery', 'worker/jobs', 'worker/app.ts', 'worker/log-error.ts'],
    ...['worker/platform.ts', 'type:worker/http'],
  ],
  'worker/settings.ts': ['worker/domain'],
  'worker/refuse-start.ts': [
    ...['worker/http', 'worker/log-error.ts', 'worker/settings.ts', 'type:worker/doors.ts'],
  ],
  'worker/index.ts': [
    ...['worker/app.ts', 'worker/doors.ts', 'worker/refuse-start.ts', 'worker/settings.ts'],
    ...['worker/delivery', 'worker/platform.ts'],
  ],
  'worker/development.ts': [
    ...['worker/domain', 'worker/storage', 'worker/delivery', 'worker/http/dev', 'worker/app.ts'],
    ...['worker/doors.ts', 'worker/platform.ts', 'schema'],
  ],
}
const DOMAIN_PACKAGES = ['temporal-polyfill']
/** Reads dates in words, and nothing else reads words. */
const MAIL_PACKAGES = ['chrono-node', 'chrono-node/en', 'chrono-node/fr']
/** Reads tables, and nothing else reads them. */
const IMPORT_PACKAGES = ['papaparse/papaparse.min.js']
const ITIP_PACKAGES = ['ical.js']

const files = filesIn('worker', 'schema', 'web').filter((file) => file !== 'web/vite.config.ts')
const imports = files.flatMap(importsOf)
const ours = imports.filter(isOurs)

test('every area imports only what its row allows', () => {
  expect(ours.filter((each) => !isAllowed(each)).map(shown)).toEqual([])
})

test('every source file belongs to an area', () => {
  expect(files.filter((file) => areaOf(file) === undefined)).toEqual([])
})

test('areas never import each other in a circle', () => {
  const next = Map.groupBy(ours.filter(crosses), ({ file }) => areaOf(file))
  const reached = (from: string | undefined, seen = new Set<string | undefined>()) => {
    const areas = (next.get(from) ?? []).map((each) => areaOf(target(each)))
    for (const area of areas) if (!seen.has(area)) reached(area, seen.add(area))
    return seen
  }

  expect([...next.keys()].filter((area) => reached(area).has(area))).toEqual([])
})

test('no file imports another in a circle', () => {
  const next = new Map(
    Array.from(
      Map.groupBy(ours, ({ file }) => file),
      ([file, all]) => [file, all.map(target)],
    ),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file) || way.includes(file)) return
    for (const imported of next.get(file) ?? []) follow(imported, [...way, file])
    done.add(file)
  }
  for (const file of files) follow(file, [])

  expect(circles).toEqual([])
})

test('the rules import no package but the Temporal polyfill, the calendar parser in `itip`, the reader of dates in `mail`, and of tables in `import`', () => {
  const domain = imports.filter((each) => areaOf(each.file) === 'worker/domain' && !isOurs(each))
  const known = ({ file, from }: Import) =>
    [
      ...DOMAIN_PACKAGES,
      ...(file.includes('/itip/') ? ITIP_PACKAGES : []),
      ...(file.includes('/domain/mail/') ? MAIL_PACKAGES : []),
      ...(file.includes('/domain/import/') ? IMPORT_PACKAGES : []),
    ].includes(from)

  expect(domain.filter((each) => !known(each)).map(shown)).toEqual([])
})

test('pages write nothing: they import no commit, and only reads from storage', () => {
  const http = ours.filter(
    ({ file }) => file.startsWith('worker/http/') && !file.startsWith('worker/http/dev/'),
  )
  expect(http.filter((each) => target(each).endsWith('/commit.ts')).map(shown)).toEqual([])
})

test('a relative import carries its extension', () => {
  const relative = filesIn('worker', 'schema', 'web', 'scripts', 'tests').flatMap(importsOf).filter(isOurs)
  const extensions = ['.ts', '.tsx', '.json', '.css', '.css?inline', '.mjs']

  expect(relative.length).toBeGreaterThan(0)
  expect(relative.filter(({ from }) => !extensions.includes(extname(from))).map(shown)).toEqual([])
})

function filesIn(...folders: readonly string[]): readonly string[] {
  const found = folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: ['web/dist*/**'] }),
  )
  return found.map((file) => file.replaceAll('\\', '/')).filter((file) => !file.endsWith('.d.ts'))
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)

  return [
    ...[...statements].map(([, type, from = '']) => ({ file, from, typeOnly: type !== undefined })),
    ...[...dynamic].map(([, from = '']) => ({ file, from, typeOnly: false })),
  ]
}

function isAllowed(each: Import): boolean {
  const area = areaOf(each.file)
  const wanted = areaOf(target(each))
  if (area === undefined || wanted === undefined || area === wanted) return area !== undefined

  const allowed = MAY_IMPORT[area] ?? []
  return allowed.includes(wanted) || (each.typeOnly && allowed.includes(`type:${wanted}`))
}

function crosses(each: Import): boolean {
  return areaOf(each.file) !== areaOf(target(each))
}

function areaOf(path: string): string | undefined {
  const found = Object.keys(MAY_IMPORT).filter((area) => path === area || path.startsWith(`${area}/`))
  return found.toSorted((a, b) => b.length - a.length)[0]
}

function target({ file, from }: Import): string {
  return posix.join(posix.dirname(file), from)
}

function isOurs({ from }: Import): boolean {
  return from.startsWith('.')
}

function shown({ file, from, typeOnly }: Import): string {
  return `${file} → ${typeOnly ? 'type ' : ''}${from}`
}
