import type { FieldError } from '../../../web/parts/form.ts'
import { isWithin, type Range } from '../../domain/limits.ts'
import { formatWallTime } from '../../domain/time/days.ts'
import type { Day, WallMinutes } from '../../domain/time/time.ts'
import { readDay, readTime, type TypedBy } from '../../domain/time/typed.ts'

export type FormFields = Readonly<Record<string, string | undefined>>

/** Reads a form field by field and collects an error for each wrong field. An empty field is never an error. */
export type FieldReader = {
  /** Whether the form contains this field. */
  readonly has: (name: string) => boolean
  readonly text: (name: string) => string
  readonly whole: (name: string, range: Range) => number | null
  /** Separated by commas, semicolons or line breaks; without duplicates. */
  readonly list: (
    name: string,
    limits: { readonly characters: number; readonly most: number },
    sentence: string,
  ) => readonly string[]
  /** What follows the prefix in the names of the fields that are filled in, in the form's order. */
  readonly checked: (prefix: string) => readonly string[]
  readonly day: (name: string) => Day | null
  /** A time of day, as `08:00`. */
  readonly time: (name: string) => string | null
  /** The numbers of the rows (`never-0-day` …) with at least one part filled in. Too many rows are an error. */
  readonly rows: (name: string, parts: readonly [string, ...string[]], most: number) => readonly number[]
  /** An end at 00:00 means 24:00. */
  readonly span: (from: string, to: string) => { readonly from: WallMinutes; readonly to: WallMinutes } | null
  readonly wrong: (field: string, message: string) => null
  readonly errors: readonly FieldError[]
}

/** Error sentences that any form needs. */
type Sentences = {
  readonly badWhole: (least: number, most: number) => string
  readonly tooMany: (most: number) => string
}

/** `by` typed the days in it; a form without days needs nobody. */
export function fieldReaderOf(
  fields: FormFields,
  sentences: Sentences,
  by: TypedBy | null = null,
): FieldReader {
  const errors: FieldError[] = []
  const text = (name: string): string => fields[name]?.trim() ?? ''
  const wrong = (field: string, message: string): null => {
    errors.push({ field, message })
    return null
  }
  return {
    has: (name) => fields[name] !== undefined,
    text,
    wrong,
    errors,
    whole: (name, range) => {
      if (text(name) === '') return null
      const number = /^\d{1,6}$/.test(text(name)) ? Number(text(name)) : Number.NaN
      return isWithin(number, range) ? number : wrong(name, sentences.badWhole(range.least, range.most))
    },
    list: (name, { characters, most }, sentence) => {
      const words = [
        ...new Set(
          text(name)
            .split(/[,;\n]/)
            .map((each) => each.trim()),
        ),
      ].filter(Boolean)
      if (words.length > most || words.some((each) => each.length > characters)) wrong(name, sentence)
      return words
    },
    rows: (name, parts, most) => {
      const rows = rowsOf(fields, name, parts)
      const extra = rows[most]
      if (extra !== undefined) wrong(`${name}-${extra}-${parts[0]}`, sentences.tooMany(most))
      return rows
    },
    checked: (prefix) =>
      Object.keys(fields).flatMap((name) =>
        name.startsWith(prefix) && text(name) !== '' ? [name.slice(prefix.length)] : [],
      ),
    day: (name) => (by ? readDay(text(name), by) : null),
    time: (name) => {
      const minutes = readTime(text(name))
      return minutes === null || minutes >= DAY_MINUTES ? null : formatWallTime(minutes)
    },
    span: (from, to) => {
      const start = readTime(text(from))
      const end = endIn(text(to))
      return start !== null && end !== null && start < end ? { from: start, to: end } : null
    },
  }
}

const DAY_MINUTES = 24 * 60

function endIn(text: string): WallMinutes | null {
  const end = readTime(text)
  return end === 0 ? DAY_MINUTES : end
}

function rowsOf(fields: FormFields, name: string, parts: readonly string[]): readonly number[] {
  const rows = Object.keys(fields).flatMap(
    (field) => new RegExp(`^${name}-(\\d{1,3})-`).exec(field)?.[1] ?? [],
  )
  const filled = (row: number): boolean => parts.some((part) => fields[`${name}-${row}-${part}`]?.trim())
  return [...new Set(rows.map(Number))].filter(filled).toSorted((one, other) => one - other)
}
