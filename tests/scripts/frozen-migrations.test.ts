import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { root } from '../../scripts/root.ts'

const folder = join(root, 'schema', 'migrations')
const files = readdirSync(folder).filter((name) => name.endsWith('.sql'))

/** SHA-256 of each migration already applied somewhere: docs/decisions/0072-migrations-are-frozen.md. */
const FROZEN: Readonly<Record<string, string>> = {
  '20261124090000_house.sql': '0b51b4ab30ef619bda91aac0c23ec15736c5e7fd2d128f705a82a4908f4457bf',
  '20261124120100_suppressions.sql': '877e034f9b38a55a60dbfc7f4b8ee343e3940e1b70b3cb7f5fdbb1319440510c',
  '20261124120200_settled_mail.sql': '4215058111722f38ee357429de7a1d3a2c3d5336c98dbb7236535508cf4f2168',
  '20261124120300_feeds.sql': '81968193746654371e6836610da98e0838f4d92d172b37f8d59e61034946aaba',
  '20261124130100_plans.sql': 'ff58e99569401495a0b55450e3d2c1a9dfebe291c9d706452d1129abd7f3a14b',
  '20261124140100_snoozes.sql': '13c55d8c278d03b01cebc406cd130eecce036a6a3a7497642bb5d4391657b87b',
  '20261124140200_rounds.sql': '21a3fa011895da65a690b4acf48faa54dafa7980173b0fe0d770e52dfe922551',
  '20261124140300_meeting_links.sql': '184896ae694478b5cf8adb61681b90bf17e2aa3d350b0cb76cd41861cfefcad6',
  '20261124140400_wishes.sql': '3b0d113c408599a7e32bb03fe8e47636b3dfcbcfa635ecd5385ff09d836ca0d0',
  '20261124150100_formats.sql': 'c1473454951aebaf57e13c3b306a9ab649c599c35595c3da66d9ffe5015bec28',
  '20261124160100_programme_ends.sql': '1350f3488e26148eec79bdcdceb4b0c10c8b56a9ff88e0a0899b6b1024ea041f',
  '20261124170100_lists.sql': '615d8dbecd25e9b4ff95eef9647921cf6f6b62b180f03e3e37fda42de4131f32',
  '20261124180100_request_made.sql': 'a837bd394ed1a764f3cf8b0297cbcd9543c4b19e32a3a412594ccff924a257f4',
  '20261124190100_hand_overs.sql': 'b5c1118008fa065fc130963d46c7c993e9b80b6b31201733f8cd51c61bf5e755',
}

test.each(Object.entries(FROZEN))('%s stays as it was run', (name, hash) => {
  expect(hashOf(name)).toBe(hash)
})

test('a new migration comes after all that are frozen', () => {
  const [last = ''] = Object.keys(FROZEN).toSorted().toReversed()
  const added = files.filter((name) => !(name in FROZEN))

  expect(added.filter((name) => name <= last)).toEqual([])
})

test('a migration is named by its moment and what it brings', () => {
  expect(files.filter((name) => !/^\d{14}_[a-z0-9_]+\.sql$/.test(name))).toEqual([])
})

function hashOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')
}
