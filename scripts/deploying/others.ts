import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Answers } from './answers.ts'
import { readKept } from './kept.ts'
import { realOf } from './mail.ts'

export type Other = { readonly name: string; readonly answers: Answers }

/** Each deployment that has a folder here, a staging before the one that it rehearses. */
export function namesIn(directory: string): readonly string[] {
  const all = existsSync(directory) ? readdirSync(directory) : []
  const made = all.filter((name) => existsSync(join(directory, name, 'deployment.json')))
  const placeOf = (name: string) => `${realOf(name)} ${name === realOf(name) ? 1 : 0}`
  return made.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}

export async function othersIn(directory: string, name: string): Promise<readonly Other[]> {
  const others: Other[] = []
  for (const other of namesIn(directory).filter((each) => each !== name)) {
    const kept = await readKept(join(directory, other))
    if (kept) others.push({ name: other, answers: kept.answers })
  }
  return others
}
