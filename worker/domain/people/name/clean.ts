/**
 * One line: no control characters and no bidi controls, which would change the direction of what follows; no soft hyphens
 * and no characters without a width, except the joiners that some scripts need.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u00ad\u061c\u180e\u200b\u2060-\u2064\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

const QUOTED = /"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»/g
const BRACKETED = /\([^()]*\)|（[^（）]*）|\[[^[\]]*\]|\{[^{}]*\}|<[^<>]*>|【[^【】]*】/g
const BRACKET = /[()[\]{}<>（）【】"“”„«»]/g
/** “John Smith - Finance”, “John Smith | ACME”: what a directory adds after a name. */
const APPENDED = /\s(?:[-–—|]|\/+)\s.*$/u

/** The name without what others have added to it: brackets, nicknames, departments. */
export function withoutAdditions(name: string): string {
  const line = oneLine(name.normalize('NFC'))
  const bare = dropAll(dropAll(line, QUOTED), BRACKETED).replace(BRACKET, ' ')
  const head = bare.replace(APPENDED, '')
  return tidy(hasLetters(head) ? head : bare)
}

/** For a name that is nothing but additions. Never empty. */
export function withoutMarks(name: string): string {
  return tidy(oneLine(name).replace(/[()[\]{}<>（）【】"“”„«»,;،，、]/gu, ' ')) || '?'
}

/** Brackets may stand in brackets. */
function dropAll(text: string, pattern: RegExp): string {
  const dropped = text.replace(pattern, ' ')
  return dropped === text ? text : dropAll(dropped, pattern)
}

export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
