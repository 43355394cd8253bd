import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { Locale } from '../worker/domain/people/person.ts'
import { dossierPages } from './dossier/pages.ts'
import { root } from './root.ts'

const USAGE = 'npm run dossier -- [--out DIRECTORY] [--locale en|fr]'

/** Where to, and in which language; throws for anything else. */
export function readOptions(words: readonly string[]): { readonly out: string; readonly locale: Locale } {
  let out = join(root, 'dossier')
  let locale: Locale = 'en'
  for (let index = 0; index < words.length; index += 2) {
    const [option, value = ''] = words.slice(index, index + 2)
    if (option === '--out' && value !== '') out = resolve(value)
    else if (option === '--locale' && (value === 'en' || value === 'fr')) locale = value
    else throw new Error(USAGE)
  }
  return { out, locale }
}

function main(words: readonly string[]): void {
  const { out, locale } = readOptions(words)
  mkdirSync(out, { recursive: true })
  const pages = Object.entries(dossierPages(locale))
  for (const [name, text] of pages) writeFileSync(join(out, name), text)
  console.log(
    `${pages.length} pages in ${out}: drafts, with blanks for you to fill in. Begin with README.md.`,
  )
}

if (process.argv[1] === import.meta.filename)
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
