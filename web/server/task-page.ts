import { codeWords } from '../words/code.js';
import { renderCodeForm } from './code-form.js';
import { renderDuplicates } from './duplicate-fields.js';
import { renderErrorSummary } from './error-summary.js';
import { markup } from './markup.js';
import { renderPage } from './page.js';
import { renderHeading, renderHistory, renderPetition } from './task-facts.js';
import { renderSupports } from './support-facts.js';
import { renderTaskForm } from './task-form.js';
import type { TaskPageView } from './views.js';

/** The official's page of a live task: what is asked, by when, why here, and the form that decides. No script. */
export const renderTaskPage = (view: TaskPageView): string =>
  renderPage({
    title: `${view.form.errors.length === 0 ? '' : 'Lỗi: '}${codeWords(view.code)} – ${view.categoryLabel}`,
    content: markup`
${renderErrorSummary(view.form)}
${renderHeading(view)}
${renderCodeForm(view)}
${renderPetition(view)}
${renderDuplicates(view.duplicates)}
${renderSupports(view)}
${renderTaskForm(view.form)}
${renderHistory(view)}`,
  });
