import type { Built } from './built.ts'
import { code, blank, list, page } from './markdown.ts'
import { measureLines } from './measures.ts'
import { fileOf } from './page-names.ts'
import { processorsTable } from './record.ts'
import { riskSections, riskTable } from './risk-lines.ts'
import { keptTable, seesTable } from './sections.ts'
import type { MappedTable } from './tables.ts'
import { wordsInClear } from './words-in-clear.ts'

export function assessmentEn(state: string, tables: readonly MappedTable[], built: Built): string {
  return page(
    '# Draft: data protection impact assessment of Sotto (Art. 35 GDPR)',
    `> A draft from the code (${state}). The controller judges, with the advice of its data protection officer; steps and reasons below are proposals. Whether an assessment is required: people are employees, so weaker than whoever collects, and what is kept of some of them comes near an evaluation. Two of the nine signs of the European guidelines (WP 248) usually mean yes.`,
    list([
      `Controller: ${blank('name, address')}`,
      `Data protection officer: ${blank('name')}, asked on ${blank('day')}`,
      `Views of those concerned or their representatives (Art. 35(9)): ${blank('whom, when, what they said')}`,
      `Decision: ${blank('go on, go on with more measures, ask the authority (Art. 36)')}`,
    ]),
    '## 1. What is done',
    'Sotto arranges private one-to-one lessons for executives. A manager brings two people together; Sotto finds times in the mentor’s hours, holds them for both, asks whoever answers for the executive by mail, sends each an invite of his own, and understands what calendars answer. After the hour the mentor says how it went in a few taps: whether it took place, what was agreed, optionally what was seen. The next round opens by itself.',
    list([
      'Persons: executives, mentors, assistants, managers, sponsors; some tens in an installation. Strangers only if they write to it.',
      `Data: every table and column in ${code(fileOf('map'))}; every page and mail in ${code(fileOf('routes'))}.`,
      'No special categories are asked for; free text can hold them (risk below).',
      'No children, no customers, no applicants. No profile is made by a machine; suggestions follow written rules (`docs/education.md`).',
    ]),
    'Who gets data besides:',
    processorsTable('en'),
    '## 2. Necessity and proportionality',
    list([
      `**Purpose**: to arrange these hours, and to begin each where the last one ended. No other use; the agreement (${code(fileOf('agreement'))}) says so.`,
      `**Basis**: proposals for each activity in ${code(fileOf('record'))}. Consent is a weak basis between employer and employee; taking part must be free all the same.`,
      '**Little data**: no calendar of an executive is read; a mentor’s only if its address is given, by him or a manager, and then beginnings and ends. Reasons are codes of five. An assistant reads time, never content. A sponsor reads totals, and so does whoever has a link to them.',
      '**Could it do with less?** Stages and pulses are on unless switched off. If the programme does not need them, switch them off: dates, invites and what was agreed work without. Private notes are off.',
      '**Accuracy**: each reads and corrects his own; what the executive says of a commitment stands beside what the mentor saw.',
      '**Storage**: the table below; names and words for as long as the programme runs, and the days of `retention` after.',
      '**Information (Art. 13, 14)**: the first mail says what this is and how to stop. The notice itself is yours: ' +
        blank('where') +
        '.',
      '**Rights**: read, correct, take away, ask to be erased on the own record (`docs/own-record.md`). It leaves out managers’ notes and mentors’ private notes: a request under Art. 15 must be answered with them as well, as far as the rights of others allow. Managers’ notes are in the database; a private note opens only for its mentor.',
      '**Transfers**: see the record of processing.',
    ]),
    'Who sees what:',
    seesTable('en'),
    'What goes by itself:',
    keptTable('en'),
    '## 3. Risks to people',
    'Steps as the French authority uses them: 1 negligible, 2 limited, 3 significant, 4 maximum. The severity is that for the person concerned, and measures seldom change it.',
    riskTable('en'),
    riskSections('en'),
    '## 4. What stands in clear',
    'In the database these columns hold people’s own words and are not sealed by Sotto (the provider encrypts the whole disk):',
    list(wordsInClear(tables)),
    'Names, addresses, units, dates, and codes of answers and stages are in clear as well: the service searches and compares them.',
    '## 5. Measures for all risks',
    list(measureLines('en', ['notThere', 'canaries', 'doors', 'logs', 'retention', 'erasure', 'ownRecord'])),
    '## 6. What Sotto does not promise',
    list([
      'It cannot keep a person who may read something from telling it, or from copying it by hand.',
      'It cannot hide from whoever administers the organisation’s mail that mails come from it.',
      'Whoever has the account at the provider and the secrets of the Worker reads everything.',
      'Somebody who knows what nearly all others did can work out the rest from totals (`docs/decisions/0121-what-a-sponsor-reads.md`).',
      'Whoever has a link to the totals reads them, also if it was passed on, until its last day or until a manager ends it; they tell nothing of a person (`docs/decisions/0128-a-link-to-the-figures.md`).',
      'What a calendar or mailbox got stays there: Sotto erases its own copy only.',
      'The provider keeps backups of the database (D1 Time Travel), up to thirty days by its terms, in which erased data still is.',
      built.hasCommand('backup')
        ? 'A backup that you make yourself holds what was erased since: apply the tombstones after a restore (`docs/operating.md`).'
        : 'There is no command of its own yet for backup and restore.',
    ]),
    '## 7. What you still have to do',
    list([
      'Fill in the blanks; judge the steps; decide on the switches, and write them into the programme’s rules.',
      'Agree with the works council, or say why none is needed.',
      'Choose where the database lives when it is made (`docs/deploying.md`), and sign the provider’s data processing agreement.',
      'Name the few people with access to the provider’s account, each with a second factor.',
      'Set the programme’s last day, and who closes it.',
      'Instruct managers and mentors what does not belong into a free text.',
      'Look at this again with each new version: make it anew and compare.',
    ]),
  )
}
