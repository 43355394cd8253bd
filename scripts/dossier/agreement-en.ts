import { blank, list, page, table } from './markdown.ts'
import { RECORDED_OF_MENTORS } from './of-mentors.ts'
import { keptTable, lettersTable, seesTable, settingsTable } from './sections.ts'

export function agreementEn(state: string): string {
  return page(
    '# Draft: agreement with the works council on Sotto',
    `> **A draft for people who know the law, and no legal advice.** It says what the software does, from its own tables (${state}); what is agreed is yours. It has in mind co-determination of technical means that could watch behaviour or performance (Germany: § 87(1) no. 6 BetrVG; education: §§ 96 to 98) and the consultation of a *comité social et économique* (France: art. L. 2312-8 and L. 2312-38 of the *code du travail*). Executives may be represented by somebody else (*leitende Angestellte*: SprAuG): ask. Mentors, assistants and managers are ordinary employees.`,
    `Between ${blank('employer')} and ${blank('works council')}.`,
    '## 1. Purpose',
    'Sotto arranges private lessons of one executive and one colleague (the mentor): it finds times, asks, invites, and keeps in mind what the two agreed, so that the next hour begins where the last one ended. It serves that and nothing else.',
    '## 2. Whom it covers',
    `${list(['executives, who are taught', 'mentors, who teach beside their own work', 'assistants, who answer for executives', 'managers, who arrange the programme', 'sponsors, who read totals, with an account or by a link that a manager makes'])}\n\nEstablishments, programmes and units: ${blank('which')}.`,
    '## 3. What it is not used for',
    list([
      'Nothing in Sotto is used to appraise, rank, pay, promote, transfer, warn or dismiss anybody, nor to prepare that: not for executives, mentors, assistants or managers.',
      'Nobody is watched by it. That a log is missing, a date was given up or an offer stands without an answer is read to arrange the next date, and for nothing else.',
      'What was learned against this agreement is not used against anybody.',
      'There are no ratings, no rankings and no figure of how a mentor, an assistant or a unit does; of mentors only how many pairs each has is counted, to spread them. None is built from files or the API either.',
      'Nothing is decided about a person by the program alone (Art. 22 GDPR). It suggests times, pairs and a next topic by written rules; there is no machine learning.',
    ]),
    '## 4. Taking part',
    'Whoever teaches or is taught does so of his own will, and can stop without giving a reason and without a disadvantage. Time for it is working time: ' +
      blank('rule for mentors and preparation') +
      '.',
    '## 5. Who sees what',
    'The software goes by this table, and shows nobody anything else. “Own only” is what is about the reader himself or was said by him.',
    seesTable('en'),
    'Managers of the programme are: ' +
      blank('names or functions, as few as possible') +
      '. None of them decides about the pay or career of those who take part; none is the superior of a mentor: ' +
      blank('exceptions') +
      '.',
    '## 6. What is recorded of mentors',
    table(
      ['what', 'who reads it'],
      RECORDED_OF_MENTORS.map(({ en }) => en),
    ),
    'How long: section 9.',
    '## 7. What is never recorded',
    list([
      'what was said in the hour: no sound, no picture, no transcript',
      'what stands in anybody’s calendar: of a mentor’s that was given to be read, beginnings and ends alone; a manager gives none without his yes',
      'whether somebody opened a mail or followed a link to a session: there are no pixels, and no link of a mail is counted but one to the totals: how often, never by whom',
      'where somebody is, beyond the time zone and place that were typed in; of networks only a hashed count, against guessing, for a day',
      'how long somebody looks at a page, or how much he works',
      'a grade, a score or a rank of anybody',
    ]),
    '## 8. Rules and switches',
    'What is agreed stands in the third column; the managers set the programme so before it begins. A change of `stages`, `pulses`, `privateNotes`, `reportLeast` or `retention` needs the works council’s yes.',
    settingsTable('en'),
    list([
      '`stages` off: no mentor is asked what he saw an executive do; the board is a list by name; what was logged before is shown to nobody else, on no page, in no mail, file or API: only the executive himself still reads it in what is held about him.',
      '`pulses` off: nobody is asked half-way and at the end; answers given before are shown to nobody but whoever gave them. An executive can still ask quietly for a rest or another mentor.',
      '`privateNotes` off: no mentor can keep a note on a session.',
      'What was recorded before a switch went off stays hidden until the programme’s names and notes are deleted, and is shown again if it is switched on. Who wants it deleted at once erases the persons or closes the programme.',
    ]),
    '## 9. How long',
    keptTable('en'),
    list([
      'Names, addresses, what was agreed, notes and answers stay while the programme is open, and for `retention` days after it was closed.',
      `The programme ends on ${blank('day')}; ${blank('who')} closes it.`,
      'What stays afterwards is ids, codes, moments and totals.',
      'Whoever leaves the programme loses access that day; his name stays with the programme until it is deleted. A person can be erased before, by a manager.',
    ]),
    '## 10. Mails',
    'These are all mails that Sotto sends.',
    lettersTable('en'),
    '## 11. Rights of each person',
    list([
      'Everybody who teaches, learns, answers or arranges reads on one page what is held about him, and takes it away as a file: executives from their own page, others from the foot of each page. Sponsors, and whoever got a link to the totals, ask a manager.',
      'Each corrects name, language and time zone there; an executive what is thought to get in his way, and whether his mentor is named.',
      'Each can ask there for a correction or to be erased; the manager answers within ' +
        blank('days') +
        '.',
      'That page leaves out managers’ notes and other mentors’ private notes. Whoever asks under Art. 15 GDPR gets them from the employer, as far as the rights of others allow.',
      'Whoever thinks that this agreement was broken goes to ' +
        blank('person or office') +
        ', without a disadvantage.',
    ]),
    '## 12. Control',
    list([
      'Looks at a person’s record are logged for a year (pages that list many people are not), and the log is sealed in a chain: whom it is about finds out alone if a line was changed or removed (`docs/own-record.md`, `npm run verify-record`).',
      'The works council may at any time see the programme’s rules, this dossier made anew (`npm run dossier`), the code, and, with the data protection officer, who looked.',
      'Whoever runs the installation can read the database. Who that is: ' +
        blank('names') +
        '; they are bound to secrecy in writing.',
      'Logs of the servers hold no names; they are used for faults and security only.',
    ]),
    '## 13. Changes',
    list([
      'Before a new version is put to use, the dossier is made with it and compared with the one before (`diff`). A new table, column, mail, page or switch shows there: no such thing is built without a row in it.',
      'A change that records more, shows it to more people or keeps it longer needs the works council’s yes first.',
      'Connecting Sotto with other systems (files, API) beyond ' +
        blank('what is allowed') +
        ' needs it too. No data goes into systems for personnel.',
    ]),
    '## 14. Term',
    `In force from ${blank('day')}, to be ended with ${blank('notice')}; looked at together after ${blank('months')}. If it ends, stages, pulses and private notes are switched off until another is agreed.`,
    blank('place, day, signatures'),
  )
}
