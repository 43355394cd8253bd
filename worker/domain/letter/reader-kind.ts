import type { Finding } from './discretion.ts'
import type { Letter } from './letter.ts'

/** Who a letter is for. A sign-in may be anybody's, and figures go to somebody outside: they are held to the strictest. */
export type ReaderKind = 'executive' | 'assistant' | 'mentor' | 'manager'

export function readerKindOf(letter: Letter): ReaderKind {
  switch (letter.kind) {
    case 'offer':
    case 'attendance':
      return letter.toExecutive ? 'executive' : 'assistant'
    case 'calendar':
      return letter.toExecutive ? 'executive' : 'mentor'
    case 'offers':
    case 'digest':
    case 'sign-in':
    case 'figures':
      return 'assistant'
    case 'confirm':
    case 'own':
    case 'agreed':
    case 'closing':
      return 'executive'
    case 'invitation':
    case 'outcome':
    case 'brief':
      return 'mentor'
    case 'morning':
    case 'urgent':
    case 'test':
    case 'test-invite':
    case 'health':
      return 'manager'
  }
}

export type Judged = Finding & { readonly severity: 'error' | 'warning' }

/** A word in the body of a mail to a mentor or manager is a warning; everywhere else it is an error. */
export function severityOf({ where }: Finding, reader: ReaderKind): 'error' | 'warning' {
  const isTheirs = reader === 'mentor' || reader === 'manager'
  return where === 'body' && isTheirs ? 'warning' : 'error'
}

/**
 * Gathered for one reader from all his programmes, of none of them, or, to sign in, sent in the name of any: a manager of
 * one may not read what is another's.
 */
export function isForReaderAlone({ kind }: Pick<Letter, 'kind'>): boolean {
  return ['offers', 'digest', 'morning', 'urgent', 'sign-in', 'health'].includes(kind)
}
