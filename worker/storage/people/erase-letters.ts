import { type SQL, sql } from 'drizzle-orm'

import { isSealed, type StoredLetter } from '../../domain/letter/facts.ts'
import type { Platform } from '../../platform.ts'
import { openAll } from '../letter/sealed.ts'
import { EMPTIED, type Erasing, inScope, listNeedles } from './erase.ts'

const LETTERS_AT_ONCE = 200

/**
 * Empties what has left, to others of his programmes, and names him: as a manager who signed it, an assistant who was named, a
 * mentor who was replaced since. Sealed letters cannot be searched, so each is opened; one that does not open goes too. What
 * waits leaves: it is asked at that moment whether it is still so.
 */
export async function emptyLettersNaming(platform: Platform, erasing: Erasing): Promise<void> {
  const { db } = platform
  const needles = (await listNeedles(db, erasing)).map(asInJson)
  for (let after: string | null = ''; after !== null;) {
    const rows: readonly Row[] = await db.all<Row>(selectLeft(erasing, after))
    const stored = rows.map(({ id, letter }) => ({ id, letter: parsed(letter) }))
    const opened = await openAll(
      platform,
      stored.filter(({ letter }) => isSealed(letter)),
    )
    const naming = opened.flatMap(({ id, letter, isUnopenable }) =>
      isUnopenable || isNamed(letter, needles) ? [id] : [],
    )
    if (naming.length > 0)
      await db.run(sql`UPDATE outbox SET error = NULL, letter = ${EMPTIED}
        WHERE id IN (SELECT value FROM json_each(${JSON.stringify(naming)}))`)
    after = rows.length < LETTERS_AT_ONCE ? null : (rows.at(-1)?.id ?? null)
  }
}

type Row = { readonly id: string; readonly letter: string }

function selectLeft({ personId, programmeId }: Erasing, after: string): SQL {
  const his = sql`(SELECT programme_id FROM members WHERE person_id = ${personId} AND ${inScope(programmeId)})`
  return sql`SELECT id, letter FROM outbox
    WHERE id > ${after} AND state IN ('sent', 'superseded', 'retired') AND json_extract(letter, '$.id') IS NOT NULL
      AND (session_id IN (SELECT id FROM sessions WHERE programme_id IN ${his})
        OR (session_id IS NULL AND person_id IN (SELECT person_id FROM members WHERE programme_id IN ${his})))
    ORDER BY id LIMIT ${LETTERS_AT_ONCE}`
}

function parsed(letter: string): StoredLetter {
  return JSON.parse(letter)
}

function isNamed(letter: unknown, needles: readonly string[]): boolean {
  const text = JSON.stringify(letter).toLowerCase()
  return needles.some((needle) => text.includes(needle))
}

function asInJson(needle: string): string {
  return JSON.stringify(needle).slice(1, -1).toLowerCase()
}
