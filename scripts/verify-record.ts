import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

import {
  compareProofs,
  type Hash,
  notComparedUpTo,
  type Proof,
  type ProofFault,
  verifyProof,
} from '../worker/domain/record/proof.ts'

const hash: Hash = (text) => Promise.resolve(createHash('sha256').update(text).digest('base64url'))

/** What each fault means, for whoever compares two files. */
const SAYS: Readonly<Record<ProofFault['fault'], string>> = {
  'head-does-not-fit': 'the lines under this seal are not those that were sealed',
  'chain-is-broken': 'this seal does not follow the one before',
  'line-is-hidden': 'this line is about you, and the file hides it among the others',
  'seal-changed': 'this seal is another one than in your older file',
  'seal-gone': 'this seal of your older file is missing',
  'line-changed': 'this line says something else than in your older file',
  'line-gone': 'this line of your older file is missing',
  'gone-too-early': 'this line was deleted although it is younger than the rule of deletion says',
}

/** The log in a file that somebody downloaded from his own record. */
export function proofIn(text: string): Proof {
  const { log, record } = Object(JSON.parse(text))
  if (!Array.isArray(Object(log).parts)) throw new Error('This is no file of an own record.')
  return { madeAt: Object(record).madeAt, ...log }
}

/** One file is verified in itself; an older and a newer one are compared too. Empty: nothing was changed. */
export async function faultsIn(texts: readonly string[]): Promise<readonly string[]> {
  const [first, second] = texts.map(proofIn)
  if (!first) throw new Error('Usage: npm run verify-record -- OLDER.json [NEWER.json]')
  const faults = second
    ? [...(await verifyProof(first, hash)), ...(await compareProofs(first, second, hash))]
    : await verifyProof(first, hash)
  return faults.map(({ fault, id }) => `${id}: ${SAYS[fault]}`)
}

/** What two files cannot tell because the newer one does not reach back to the older; null: nothing is left out. */
export function leftOutOf(texts: readonly string[]): string | null {
  const [older, newer] = texts.map(proofIn)
  const upTo = older && newer ? notComparedUpTo(older, newer) : 0
  return upTo === 0
    ? null
    : `The newer file begins after line ${upTo}: of the lines before, nothing was compared.`
}

async function main(files: readonly string[]): Promise<void> {
  const texts = files.map((each) => readFileSync(each, 'utf8'))
  const faults = await faultsIn(texts)
  const last = texts.length > 0 ? proofIn(texts.at(-1) ?? '').parts.at(-1) : undefined
  if (last) console.log(`Last seal: up to line ${last.upToId}, ${last.head}`)
  console.log(faults.length === 0 ? 'Nothing was changed.' : faults.join('\n'))
  const leftOut = leftOutOf(texts)
  if (leftOut) console.log(leftOut)
  if (faults.length > 0) process.exitCode = 1
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
