import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Specimen, specimens } from './check-interop-specimens.ts'
import { root } from './root.ts'

type Verdict =
  | { readonly name: string; readonly missing: string }
  | { readonly name: string; readonly complaints: string }

/** For this one method libical still has RFC 2446's table; RFC 5546 §3.2.8 requires both. */
const OUTDATED = /counter-declined\.ics: Failed iTIP restrictions for (?:ATTENDEE|SEQUENCE) property/

const [FINDER, COMPILER] = ['pkg-config', 'cc'] as const

const folder = mkdtempSync(join(tmpdir(), 'sotto-interop-'))
const written = specimens()
const files = written.map((specimen) => write(specimen))
const verdicts = [libical(), python('icalendar'), python('vobject')]
for (const verdict of verdicts) console.log(sentence(verdict))
rmSync(folder, { recursive: true })
process.exitCode = verdicts.some((verdict) => 'complaints' in verdict && verdict.complaints !== '') ? 1 : 0

function sentence(verdict: Verdict): string {
  if ('missing' in verdict) return `${verdict.name}: not asked, ${verdict.missing}`
  return verdict.complaints
    ? `${verdict.name}:\n${verdict.complaints}`
    : `${verdict.name}: read all ${files.length} calendars without a complaint`
}

/** libical checks each method against RFC 5546's tables of required and forbidden properties. */
function libical(): Verdict {
  const name = 'libical, icalrestriction_check'
  const flags = spawnSync(FINDER, ['--cflags', '--libs', 'libical'], { encoding: 'utf8' })
  if (flags.status !== 0) return { name, missing: 'libical-dev is not installed here' }

  const program = join(folder, 'check')
  const words = [join(root, 'scripts', 'check-interop.c'), '-o', program, ...flags.stdout.trim().split(/\s+/)]
  const built = spawnSync(COMPILER, words, { encoding: 'utf8' })
  if (built.status !== 0) return { name, missing: `no compiler could build it: ${built.stderr ?? ''}` }
  const complaints = complaintsOf(spawnSync(program, files, { encoding: 'utf8' }))
  return {
    name,
    complaints: complaints
      .split('\n')
      .filter((line) => !OUTDATED.test(line))
      .join('\n'),
  }
}

function python(reader: 'icalendar' | 'vobject'): Verdict {
  const name = `python, ${reader}`
  const found = spawnSync('/usr/bin/python3', ['-c', `import ${reader}`])
  if (found.status !== 0) return { name, missing: `python3-${reader} is not installed here` }

  const script = join(root, 'scripts', 'check-interop.py')
  const run = spawnSync('/usr/bin/python3', ['-W', 'ignore', script, reader, ...files], { encoding: 'utf8' })
  return { name, complaints: complaintsOf(run) }
}

function complaintsOf({
  status,
  stdout,
  stderr,
}: {
  status: number | null
  stdout: string
  stderr: string
}): string {
  return status === 0 ? '' : `${stdout}${stderr}`.trim() || `ended with ${status}`
}

function write({ name, text, events }: Specimen): string {
  const path = join(folder, `${name}.ics`)
  writeFileSync(path, text)
  writeFileSync(`${path}.json`, JSON.stringify(events))
  return path
}
