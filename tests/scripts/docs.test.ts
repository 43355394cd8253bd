import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'

const pages = filesIn('*.md', '{docs,schema,scripts,tests,web,worker}/**/*.md')
const sources = filesIn('{schema,scripts,tests,web,worker}/**/*.{ts,tsx,css,sql}', 'wrangler.toml')
const numbers = readdirSync(join(root, 'docs', 'decisions')).map((name) => Number(name.slice(0, 4)))

test.each(pages)('%s names only files that exist', (page) => {
  expect(linesOf(page).flatMap((line) => missingIn(line, page))).toEqual([])
})

test.each(pages)('every link of %s has a target', (page) => {
  const links = linesOf(page).flatMap((line) =>
    Array.from(line.matchAll(/\]\(([^)\s]+)\)/g), ([, to = '']) => to),
  )
  const inside = links.filter((to) => !/^[a-z]+:/.test(to))
  expect(inside.filter((to) => !leadsSomewhere(to, page))).toEqual([])
})

test('“Where is the rule” names, beside each file, what stands in it', () => {
  const rows = linesOf('docs/architecture.md').flatMap((line) => {
    const [, file, names] = /^\| .+ \| `([^`]+\.tsx?)` \| (.+) \|$/.exec(line) ?? []
    return file && names ? [{ file, names: Array.from(names.matchAll(/`(\w+)`/g), ([, name]) => name) }] : []
  })
  const lost = rows.flatMap(({ file, names }) =>
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(textOf(file))).map((name) => `${file}: ${name}`),
  )

  expect(rows.length).toBeGreaterThan(12)
  expect(lost).toEqual([])
})

test('what a comment refers to exists in this repository', () => {
  const referred = sources.flatMap((file) =>
    Array.from(
      textOf(file).matchAll(/[\w./-]*\b[\w-]+\.md\b(?:#[\w-]+)?|\b(?:ruling|decision) \d+/gi),
      ([to]) => ({
        file,
        to,
      }),
    ),
  )
  const lost = referred.filter(({ to }) => !stands(to)).map(({ file, to }) => `${file}: ${to}`)

  expect(referred.length).toBeGreaterThan(0)
  expect(lost).toEqual([])
})

function stands(to: string): boolean {
  const [, number] = /^decision (\d+)$/i.exec(to) ?? []
  return number ? numbers.includes(Number(number)) : to.includes('.md') && leadsSomewhere(to, 'README.md')
}

/** Paths in backticks that do not exist, relative to the root, to the page, or to a path named before. */
function missingIn(line: string, page: string): readonly string[] {
  const folders = ['', posix.dirname(page)]
  return Array.from(line.matchAll(/`([^`]+)`/g), ([, path = '']) => path).filter((path) => {
    if (!/^[\w.-]+(\/[\w.-]+)*(\.(tsx?|mjs|sql|md|css|toml|json)|\/)$/.test(path)) return false
    const found = folders
      .map((folder) => posix.join(folder, path))
      .find((each) => existsSync(join(root, each)))
    if (found) folders.push(posix.join(found, '.'), posix.dirname(found), posix.dirname(posix.dirname(found)))
    return !found
  })
}

function leadsSomewhere(to: string, page: string): boolean {
  const [path = '', anchor] = to.split('#')
  const target = path === '' ? page : posix.join(posix.dirname(page), path)
  if (!existsSync(join(root, target))) return false
  return anchor === undefined || anchorsOf(target).includes(anchor)
}

/** As GitHub makes them: lower case, no punctuation, hyphens for spaces. */
function anchorsOf(page: string): readonly string[] {
  const titles = linesOf(page).flatMap((line) => /^#+ (.+)$/.exec(line)?.[1] ?? [])
  return titles.map((title) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(/\s/g, '-'),
  )
}

function linesOf(file: string): readonly string[] {
  return textOf(file).split('\n')
}

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function filesIn(...patterns: readonly string[]): readonly string[] {
  const found = patterns.flatMap((pattern) => globSync(pattern, { cwd: root, exclude: ['web/dist*/**'] }))
  return found.map((file) => file.replaceAll('\\', '/')).toSorted()
}
