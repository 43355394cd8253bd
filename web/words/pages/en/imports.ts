import type { LineError } from '../../../../worker/domain/import/fault.ts'
import type { Column, ExportKind, FileFault } from '../../../../worker/domain/import/file.ts'

/** A sentence for each fault, with what it needs. */
export type SentencesOf<Fault, Key extends keyof Fault> = {
  readonly [Code in Fault[Key] & string]: (about: Extract<Fault, Readonly<Record<Key, Code>>>) => string
}

/** Files that come in, and what goes out. */
export const importsEn = {
  title: 'Import and export',
  about:
    'A CSV, as any spreadsheet saves it: people, their hours, pairings. Sotto tells which by the columns. You read what it would do first; nothing is done before you confirm it, and then all of it or nothing.',
  inTitle: 'Import',
  files: 'Files',
  filesHint: 'One or several, one megabyte together at the most. People and their pairings can come at once.',
  text: 'Or paste lines from a spreadsheet',
  textHint: 'With the line of column names on top.',
  look: 'See what it would do',
  chooseOne: 'Choose a file, or paste some lines.',
  tooManyFiles: (most: number) => `${most} files at once at the most.`,
  inFile: (name: string, sentence: string) => `${name}: ${sentence}`,
  pasted: 'What you pasted',
  columnsTitle: 'Columns',
  columnsAbout:
    'The first line names the columns, in any order; a column that is left out changes nothing. Lists are separated by |, people are named by their address. Whoever is known by address is changed, not doubled.',
  columns: {
    name: 'Needed for somebody new.',
    email: 'Who it is.',
    roles:
      'executive, mentor, assistant, manager, sponsor. Needed for somebody new; a role that is left out ends.',
    zone: 'A city, such as Paris, or a zone, such as Europe/Paris. Needed for somebody new.',
    locale: 'en or fr.',
    unit: 'Empty: none.',
    reports_to: 'An address, also of somebody in the same file.',
    assistants: 'Addresses of those who answer, also in the same file.',
    blockers: 'booked, bottleneck, handled, on-the-go.',
    minutes: 'Session length; empty: as the programme has it.',
    aliases: 'Other addresses of theirs.',
    short_name: 'For titles; empty: made from the name.',
    mentor: 'An address.',
    executive: 'An address.',
    kind: 'workshop, mentoring or reverse-mentoring; empty: the one that fits where the two stand.',
    place: 'A room, a number to call, or a link.',
    day: '1 to 7, Monday first, or a date that differs. All lines of a person together are the new hours.',
    from: 'Such as 09:00. A date without times is closed.',
    to: 'Such as 12:00.',
  } satisfies Record<Column, string>,
  kinds: {
    people: 'People',
    pairings: 'Pairings',
    hours: 'Hours',
    sessions: 'Sessions',
  } satisfies Record<ExportKind, string>,
  outTitle: 'Export',
  outAbout:
    'What is here now, to be read or changed in a spreadsheet. People, pairings and hours can be imported again; unchanged, they change nothing. No stage, commitment, question or note is in them.',
  gone: 'This file is not here any more: what is read is kept for a day. Import it again.',
  reading: 'Reading…',
  doing: (count: number) => (count === 1 ? 'Importing one line…' : `Importing ${count} lines…`),
  previewTitle: 'What this would do',
  doneTitle: 'Imported',
  fileTitle: (kind: string, name: string | null) => (name ? `${kind}: ${name}` : kind),
  summary: ({ made, changed, unchanged }: Counted) =>
    `${made} new, ${changed} changed, ${unchanged} as they are.`,
  wouldDo: 'If you confirm:',
  errorsTitle: (errors: number, lines: number) =>
    `${errors === 1 ? 'One error' : `${errors} errors`} in ${lines === 1 ? 'one line' : `${lines} lines`}`,
  errorsAbout: 'Nothing can be done while there is one. Correct the file, and import it again.',
  line: (line: number) => `Line ${line}`,
  notTaken: 'error',
  change: (field: string, before: string, after: string) =>
    `${field}: ${after || 'empty'} (was ${before || 'empty'})`,
  ends: (windows: string) => `No longer: ${windows}`,
  confirm: (count: number) => (count === 1 ? 'Do it: one line' : `Do it: ${count} lines`),
  nothingNew: 'Everything is as the file says already. There is nothing to confirm.',
  again: 'Import another file',
  people: 'People',
  pairings: 'Pairings',
  errors: {
    needed: () => 'This is needed.',
    unreadable: () => 'There are characters here that cannot be read.',
    'too-long': ({ most }) => `This is too long: ${most} characters at the most.`,
    'too-many': ({ most }) => `These are too many: ${most} at the most.`,
    'no-address': ({ text }) => `“${text}” is not a full address.`,
    'other-letters': ({ text }) =>
      `“${text}” cannot be written to: before the @ there are letters or signs that mail does not take, such as é.`,
    'address-too-long': () => 'This address is too long for mail.',
    'unknown-role': ({ text }) =>
      `“${text}” is no role: executive, mentor, assistant, manager or sponsor, separated by |.`,
    'unknown-zone': ({ text }) =>
      `“${text}” is not a time zone, and no city that Sotto knows. Write one such as Paris or Europe/Paris.`,
    'unknown-locale': ({ text }) => `“${text}” is no language of Sotto: en or fr.`,
    'unknown-blocker': ({ text }) =>
      `“${text}” is no blocker: booked, bottleneck, handled or on-the-go, separated by |.`,
    'unknown-kind': ({ text }) => `“${text}” is no kind: workshop, mentoring or reverse-mentoring.`,
    'bad-minutes': ({ least, most }) => `Write a whole number from ${least} to ${most}.`,
    'bad-place': ({ kind }) =>
      ({
        room: 'Say which room, in fewer words.',
        phone: 'Write a telephone number, such as +33 1 23 45 67 89.',
        link: 'Write a web address that begins with https://.',
      })[kind],
    'bad-day': ({ text }) => `“${text}” is no day: write 1 to 7, Monday first, or a date such as 2027-03-22.`,
    'bad-time': ({ text }) => `“${text}” is no time: write one such as 09:00.`,
    'bad-order': () =>
      'The end comes after the start. A time past midnight is two lines, the first to 24:00.',
    'time-needed': () => 'A time is needed, such as 09:00. Only a date may have none: then it is closed.',
    'too-many-cells': () => 'This line has more cells than there are columns.',
    'bad-quotes': () => 'The quotes in this line cannot be read.',
    duplicate: ({ line }) => `The same stands in line ${line} already.`,
    'nobody-here': ({ text }) => `Nobody here has the address ${text}.`,
    'overlapping-hours': ({ line }) => `This overlaps line ${line}, or contradicts it.`,
    'kind-stays': ({ kind }) =>
      `These two are paired already, as ${kind}. The kind stays until the pairing ends.`,
    'too-many-places': ({ most }) =>
      `One import changes the place of ${most} pairings at the most, since dates and mails may follow from each. Import the rest afterwards.`,
  } satisfies SentencesOf<Exclude<LineError, { readonly code: 'refused' }>, 'code'>,
  faults: {
    'empty-file': () => 'There is nothing in it.',
    'no-lines': () => 'It has a line of column names, and no line below.',
    'open-quote': ({ line }) => `A quote in line ${line} is never closed.`,
    'too-many-lines': ({ most }) =>
      `It has more than ${most.toLocaleString('en')} lines. Import it in parts.`,
    'too-many-columns': ({ most }) => `It has more than ${most} columns.`,
    'unknown-column': ({ columns }) => `These columns are not known here: ${columns.join(', ')}.`,
    'column-twice': ({ column }) => `The column ${column} stands there twice.`,
    'column-missing': ({ columns }) => `These columns are missing: ${columns.join(', ')}.`,
  } satisfies SentencesOf<FileFault, 'reason'>,
}

type Counted = { readonly made: number; readonly changed: number; readonly unchanged: number }
