import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../../scripts/root.ts'

const MAIL = join(root, 'tests', 'fixtures', 'mail')
const FEED = `BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Secret
DTSTART;TZID=Romance Standard Time:20261102T090000
DTEND;TZID=Romance Standard Time:20261102T100000
RRULE:FREQ=WEEKLY
END:VEVENT
END:VCALENDAR
`

test('read-mail prints one JSON object with the promised keys and no others', () => {
  expect(run('read-mail', join(MAIL, 'exchange-counter.eml'))).toEqual({
    class: 'counter',
    method: 'COUNTER',
    who: 'paul.bernard@northwind.example',
    sentBy: null,
    partstat: 'TENTATIVE',
    uid: '8f3k2m9q4w7z1x5c6v0b8f3k2m',
    recurrenceId: null,
    sequence: 0,
    dtstamp: '2026-11-02T09:15:30Z',
    proposed: { start: '2026-11-06T14:00:00Z', end: '2026-11-06T14:30:00Z' },
    comment: 'Vendredi plutôt ?',
  })
})

test('read-mail reads a calendar file, in UTF-16 too, as it reads the mail that brought it', () => {
  inFolder((folder) => {
    const mail = readFileSync(join(MAIL, 'thunderbird-accepted.eml'), 'utf8')
    const calendar = mail.slice(mail.indexOf('BEGIN:VCALENDAR'), mail.indexOf('END:VCALENDAR') + 13)
    writeFileSync(join(folder, 'one.ics'), calendar)
    writeFileSync(join(folder, 'two.ics'), Buffer.from(`\ufeff${calendar}`, 'utf16le'))

    const expected = run('read-mail', join(MAIL, 'thunderbird-accepted.eml'))
    expect(run('read-mail', join(folder, 'one.ics'))).toEqual(expected)
    expect(run('read-mail', join(folder, 'two.ics'))).toEqual(expected)
  })
})

test('read-mail reads what is piped in', () => {
  expect(run('read-mail', '-', 'Subject: x\n\nNo calendar here')).toMatchObject({
    class: 'none',
    method: null,
  })
})

test('read-busy prints when somebody is busy in a window, and never why', () => {
  inFolder((folder) => {
    writeFileSync(join(folder, 'feed.ics'), FEED)

    expect(run('read-busy', join(folder, 'feed.ics'), '', '2026-11-09', '2026-11-16T08:30:00')).toEqual({
      state: 'known',
      busy: [
        { start: '2026-11-09T08:00:00Z', end: '2026-11-09T09:00:00Z', kind: 'busy' },
        { start: '2026-11-16T08:00:00Z', end: '2026-11-16T08:30:00Z', kind: 'busy' },
      ],
      problems: [],
    })
  })
})

test.each([
  ['read-mail'],
  ['read-busy', 'feed.ics', '2026-11-16', '2026-11-09'],
  ['read-busy', 'feed.ics', 'monday', 'friday'],
])('%s says how it is called where it is called wrongly', (script, ...words) => {
  const { status, stderr, stdout } = start(script, words, '')

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(`npm run --silent ${script}`)
})

function run(script: string, file: string, input = '', ...words: readonly string[]): unknown {
  const { stdout, stderr } = start(script, [file, ...words], input)

  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

function start(script: string, words: readonly string[], input: string) {
  const path = join(root, 'scripts', `${script}.ts`)
  return spawnSync(process.execPath, [path, ...words], { encoding: 'utf8', input })
}

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-read-'))
  work(folder)
  rmSync(folder, { recursive: true })
}
