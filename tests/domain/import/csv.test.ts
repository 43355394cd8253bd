import fc from 'fast-check'
import { expect, test } from 'vitest'

import { readTable, writeTable } from '../../../worker/domain/import/csv.ts'
import { asItWas, withoutFormula } from '../../../worker/domain/import/formula.ts'
import { placeIn, placeText } from '../../../worker/domain/pairing/place-text.ts'

/** Texts as likely as not to mean something to a spreadsheet. */
const text = fc.string({ unit: fc.constantFrom(...Array.from('=+-@\'"|,;ab1 \t\n＝é')), maxLength: 12 })

test('what is written against formulas is taken off again, to the letter', () => {
  fc.assert(fc.property(text, (each) => asItWas(withoutFormula(each)) === each))
})

test('no cell begins a formula, with whatever separator the file is opened, also behind quotes', () => {
  fc.assert(fc.property(text, (each) => !/(^|[,;\t\n])"*[=+\-@＝]/.test(withoutFormula(each))))
})

test('a plain text is left as it is', () => {
  for (const each of ['Tom Leroy', "'t Hooft", 'a=b', 'O’Neil-Smith', 'x@y.example', 'Room 4, left'])
    expect(withoutFormula(each)).toBe(each)
})

test('a table that is written is read as it was', () => {
  const cell = text.map((each) => each.trim() || 'x')
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, fc.constantFrom(',' as const, ';' as const), (rows, separator) => {
      const read = readTable(writeTable(['one', 'two', 'three'], rows, separator))
      expect(read.ok && read.value.header).toEqual(['one', 'two', 'three'])
      expect(read.ok && read.value.records.map(({ cells }) => cells.map(asItWas))).toEqual(rows)
    }),
  )
})

test('lines are counted as a spreadsheet counts them', () => {
  const read = readTable('sep=;\r\n\r\na;b\r\n"one\r\nline";2\r\n\r\n;;\r\nx;y')
  expect(read.ok && read.value.records.map(({ line, cells }) => [line, cells.join('/')])).toEqual([
    [4, 'one\nline/2'],
    [7, 'x/y'],
  ])
})

test('a place in one cell comes back as it was', () => {
  const isUrl = () => true
  const places = fc.oneof(
    text.filter((each) => each.trim() !== '').map((room) => ({ kind: 'room', room: room.trim() }) as const),
    fc
      .constantFrom('room: 4', '+33 1 23 45 67', 'phone: 1', 'https://x', 'Room 4711')
      .map((room) => ({ kind: 'room', room }) as const),
    fc.constantFrom('+33 1 23 45 67 89', '4711-22').map((number) => ({ kind: 'phone', number }) as const),
    fc.constant({ kind: 'link', url: 'https://meet.example/abc' } as const),
  )
  fc.assert(
    fc.property(places, (place) => {
      expect(placeIn(placeText(place), isUrl)).toEqual({ ok: true, value: place })
    }),
  )
  expect(placeIn('', isUrl)).toEqual({ ok: true, value: null })
  expect(placeIn('http://meet.example', isUrl)).toEqual({ ok: false, refusal: 'link' })
})
