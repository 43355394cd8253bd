import type { App } from '../context.ts'

export function mentorRoutes(_app: App): void {}
