const partOf = (page: string, tag: 'head' | 'body'): { attributes: string; content: string } => {
  const found = new RegExp(`<${tag}([^>]*)>(.*)</${tag}>`, 's').exec(page);
  if (found === null) throw new Error(`a page without <${tag}>`);
  return { attributes: found[1] ?? '', content: (found[2] ?? '').trim() };
};

/**
 * A page of the site within the layout that all of them share (header, footer, what is said without JavaScript): its
 * head and body go to the two marks of `layout`, its attributes of `<body>` onto that of the layout, and links to
 * `path`, such as `/track.html`, are marked as the page that is open.
 */
export const layOutPage = (layout: string, page: string, path: string): string => {
  const body = partOf(page, 'body');
  const marked: [mark: string, content: string][] = [
    ['<!-- page: head -->', partOf(page, 'head').content],
    ['<!-- page: body -->', body.content],
    ['<body>', `<body${body.attributes}>`],
  ];
  const whole = marked.reduce((text, [mark, content]) => {
    if (text.split(mark).length !== 2) throw new Error(`the layout has not exactly one ${mark}`);
    return text.replace(mark, () => content);
  }, layout);
  return whole.replaceAll(`<a href="${path}"`, `<a href="${path}" aria-current="page"`);
};
