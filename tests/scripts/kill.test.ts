import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { killRepeatedly } from '../../scripts/killing/kill.ts'
import { copiesIn } from '../../scripts/killing/mails.ts'
import { isSound, tableOf } from '../../scripts/killing/table.ts'
import { root } from '../../scripts/root.ts'
import { somePort } from '../../scripts/some-port.ts'
import { fromIso, instant } from '../../worker/domain/time/time.ts'

test('killed in the middle of writes, the served application loses nothing, leaves nothing half, and sends all mails', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-kill-'))
  const seed = Math.floor(Math.random() * 1_000_000)
  const now = fromIso('2027-03-15T08:00:00Z') ?? instant(0)
  const tally = await killRepeatedly({ rounds: 2, seed, port: await somePort(), directory, now })
  console.log(`--seed ${seed}\n${tableOf(tally)}`)
  expect(tally, `--seed ${seed}`).toMatchObject({ lost: [], half: [], unsettled: [], doubled: [], unsent: 0 })
  expect(isSound(tally)).toBe(true)
  expect(tally.acknowledged).toBeGreaterThan(2)
  expect(tally.mails).toBeGreaterThan(20)

  // The same by the command, with the timers and the file.
  const fsck = spawnSync(process.execPath, [join(root, 'scripts/fsck.ts')], {
    ...{ cwd: root, encoding: 'utf8' },
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], STATE_DIR: directory },
  })
  expect(fsck.status, fsck.stdout + fsck.stderr).toBe(0)
  await rm(directory, { recursive: true })
}, 400_000)

test('a second copy that differs, and two mails of one revision, are found', async () => {
  const mail = (id: string, text: string) => ({
    ...{ id: '1', at: '2027-03-15T08:00:00Z', from: 'a@x.example', to: 'b@x.example', subject: 'A' },
    raw: `Message-ID: <${id}@x.example>\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\n${text}`,
  })
  const event =
    'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u\r\nSEQUENCE:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
  expect(await copiesIn([mail('1', event), mail('1', event)])).toEqual({ secondCopies: 1, doubled: [] })
  expect(await copiesIn([mail('1', 'a'), mail('1', 'b')])).toMatchObject({
    doubled: ['<1@x.example> differs'],
  })
  expect((await copiesIn([mail('1', event), mail('2', event)])).doubled).toHaveLength(1)
})
