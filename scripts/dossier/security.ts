import type { Built } from './built.ts'
import { list, page } from './markdown.ts'
import { processorsTable } from './record.ts'
import { aboutAccess, aboutData } from './security-data.ts'
import { aboutMaking, aboutMail, aboutRunning } from './security-running.ts'
import type { MappedTable } from './tables.ts'

export type Answer = { readonly asked: string; readonly said: readonly string[] }

/** What a security officer asks of a supplier, answered from the code, with “not yet” where it is so. */
export function securityPage(state: string, tables: readonly MappedTable[], built: Built): string {
  return page(
    '# Answers to the usual questions of a security officer',
    `> ${state}. Answers name the file where it can be looked up; *not yet* means that it is not built. Blanks are yours: Sotto is software that your organisation runs, so part of each answer is about you.`,
    ...[
      ...aboutData(tables),
      ...aboutAccess(built),
      ...aboutMail(),
      ...aboutRunning(built),
      ...aboutMaking(built),
    ].flatMap(({ asked, said }, index) => [`## ${index + 1}. ${asked}`, list(said)]),
    '## Who else gets data',
    processorsTable('en'),
  )
}
