import type { LineError } from '../../../../worker/domain/import/fault.ts'
import type { Column, ExportKind, FileFault } from '../../../../worker/domain/import/file.ts'
import type { OutwardWord } from '../../../../worker/domain/letter/outward-fields.ts'

/** A sentence for each fault, with what it needs. */
export type SentencesOf<Fault, Key extends keyof Fault> = {
  readonly [Code in Fault[Key] & string]: (about: Extract<Fault, Readonly<Record<Key, Code>>>) => string
}

/** Files that come in, and what goes out. */
export const importsEn = {
  title: 'Import and export',
  about:
    'A CSV file, as any spreadsheet saves it, with people, their hours or pairings. Sotto tells which by the columns. You see what it would do first; nothing is done until you confirm, and then it is all or nothing.',
  inTitle: 'Import',
  files: 'Files',
  filesHint:
    'One or several, up to one megabyte in total. People and their pairings can be imported together.',
  text: 'Or paste lines from a spreadsheet',
  textHint: 'Include the line of column names at the top.',
  look: 'See what it would do',
  chooseOne: 'Choose a file, or paste some lines.',
  tooManyFiles: (most: number) => `At most ${most} files at once.`,
  inFile: (name: string, sentence: string) => `${name}: ${sentence}`,
  pasted: 'What you pasted',
  columnsTitle: 'Columns',
  columnsAbout:
    'The first line names the columns, in any order; a column that is left out changes nothing. Lists are separated by |, people are identified by their email address. Anyone whose address is already known is changed, not added twice.',
  columns: {
    name: 'Needed for somebody new.',
    email: 'The email address that tells who it is.',
    roles:
      'executive, mentor, assistant, manager, sponsor. Needed for somebody new; a role that is left out ends.',
    zone: 'A city, such as Paris, or a zone, such as Europe/Paris. Needed for somebody new.',
    locale: 'en or fr.',
    unit: 'If empty, none.',
    reports_to: 'An email address; may be of somebody in the same file.',
    assistants: 'Email addresses of those who answer for them; may be in the same file.',
    blockers: 'What gets in the way: booked, bottleneck, handled, on-the-go.',
    minutes: 'Session length. If empty, the programme’s.',
    aliases: 'Their other email addresses.',
    short_name: 'For titles. If empty, made from the name.',
    mentor: 'An email address.',
    executive: 'An email address.',
    kind: 'workshop, mentoring or reverse-mentoring. If empty, the one that fits the two people’s seniority.',
    place: 'A room, a number to call, or a link.',
    day: '1 to 7, starting with Monday, or a date that differs. All of a person’s lines together are the new hours.',
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
    'What is here now, to read or change in a spreadsheet. People, pairings and hours can be imported again; unchanged lines change nothing. Stages, commitments, questions and notes are left out.',
  gone: 'This file is no longer here: files are kept for a day after they are read. Import it again.',
  reading: 'Reading…',
  doing: (count: number) => (count === 1 ? 'Importing one line…' : `Importing ${count} lines…`),
  previewTitle: 'What this would do',
  doneTitle: 'Imported',
  fileTitle: (kind: string, name: string | null) => (name ? `${kind}: ${name}` : kind),
  summary: ({ made, changed, unchanged }: Counted) =>
    `${made} new, ${changed} changed, ${unchanged} unchanged.`,
  wouldDo: 'If you confirm:',
  errorsTitle: (errors: number, lines: number) =>
    `${errors === 1 ? 'One error' : `${errors} errors`} in ${lines === 1 ? 'one line' : `${lines} lines`}`,
  errorsAbout:
    'Nothing can be imported until every error is corrected. Correct the file and import it again.',
  indiscreet: (found: readonly OutwardWord[]) =>
    `${found.map(({ word }) => `“${word}”`).join(', ')} would give it away: others read this in calendars and emails. Say it in another word; or let it through in the programme’s rules, with a reason, and look at this page again.`,
  rules: 'Words of the programme',
  line: (line: number) => `Line ${line}`,
  notTaken: 'error',
  change: (field: string, before: string, after: string) =>
    `${field}: ${after || 'empty'} (was ${before || 'empty'})`,
  ends: (windows: string) => `No longer: ${windows}`,
  confirm: (count: number) => (count === 1 ? 'Import one line' : `Import ${count} lines`),
  nothingNew: 'Everything is already as the file says. There is nothing to confirm.',
  again: 'Import another file',
  people: 'People',
  pairings: 'Pairings',
  errors: {
    needed: () => 'This is needed.',
    unreadable: () => 'There are characters here that cannot be read.',
    'too-long': ({ most }) => `This is too long: at most ${most} characters.`,
    'too-many': ({ most }) => `There are too many: at most ${most}.`,
    'no-address': ({ text }) => `“${text}” is not a full address.`,
    'other-letters': ({ text }) =>
      `“${text}” cannot be used: there are characters before the @ that email does not allow, such as é.`,
    'address-too-long': () => 'This address is too long for mail.',
    'unknown-role': ({ text }) =>
      `“${text}” is not a role: executive, mentor, assistant, manager or sponsor, separated by |.`,
    'unknown-zone': ({ text }) =>
      `“${text}” is neither a time zone nor a city that Sotto knows. Enter one such as Paris or Europe/Paris.`,
    'unknown-locale': ({ text }) => `“${text}” is not a language of Sotto: en or fr.`,
    'unknown-blocker': ({ text }) =>
      `“${text}” is not a blocker: booked, bottleneck, handled or on-the-go, separated by |.`,
    'unknown-kind': ({ text }) => `“${text}” is not a kind: workshop, mentoring or reverse-mentoring.`,
    'bad-minutes': ({ least, most }) => `Enter a whole number from ${least} to ${most}.`,
    'bad-place': ({ kind }) =>
      ({
        room: 'Say which room, in fewer words.',
        phone: 'Enter a telephone number, such as +33 1 23 45 67 89.',
        link: 'Enter a web address that begins with https://.',
      })[kind],
    'bad-day': ({ text }) =>
      `“${text}” is not a day: enter 1 to 7, starting with Monday, or a date such as 2027-03-22.`,
    'bad-time': ({ text }) => `“${text}” is not a time: enter one such as 09:00.`,
    'bad-order': () =>
      'The end has to come after the start. A time past midnight takes two lines, the first up to 24:00.',
    'time-needed': () => 'A time is needed, such as 09:00. Only a date may have none: then it is closed.',
    'too-many-cells': () => 'This line has more cells than there are columns.',
    'bad-quotes': () => 'The quotes in this line cannot be read.',
    duplicate: ({ line }) => `Line ${line} already says the same.`,
    'nobody-here': ({ text }) => `Nobody here has the address ${text}.`,
    'overlapping-hours': ({ line }) => `This overlaps line ${line}, or contradicts it.`,
    'kind-stays': ({ kind }) =>
      `These two are paired already, as ${kind}. The kind stays until the pairing ends.`,
    'too-many-places': ({ most }) =>
      `One import can change the place of at most ${most} pairings, since dates and emails may follow from each. Import the rest afterwards.`,
  } satisfies SentencesOf<Exclude<LineError, { readonly code: 'refused' }>, 'code'>,
  faults: {
    'empty-file': () => 'There is nothing in it.',
    'no-lines': () => 'It has a line of column names, but nothing below it.',
    'open-quote': ({ line }) => `A quote in line ${line} is never closed.`,
    'too-many-lines': ({ most }) =>
      `It has more than ${most.toLocaleString('en')} lines. Import it in parts.`,
    'too-many-columns': ({ most }) => `It has more than ${most} columns.`,
    'unknown-column': ({ columns }) => `These columns are not known here: ${columns.join(', ')}.`,
    'column-twice': ({ column }) => `The column ${column} is there twice.`,
    'column-missing': ({ columns }) => `These columns are missing: ${columns.join(', ')}.`,
  } satisfies SentencesOf<FileFault, 'reason'>,
}

type Counted = { readonly made: number; readonly changed: number; readonly unchanged: number }
