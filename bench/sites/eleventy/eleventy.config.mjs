// A blog as our own is: paginated lists of everything, of each category and of each tag; feeds of all and of a category.
const PER_PAGE = 12;
const IN_FEED = 20;

const newest = (api) => [...api.getFilteredByGlob("content/articles/*.md")].reverse();

function grouped(articles, namesOf) {
  const groups = new Map();
  for (const article of articles) {
    for (const name of namesOf(article)) {
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(article);
    }
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other));
}

const categories = (articles) => grouped(articles, (article) => [article.data.category]);
const tags = (articles) => grouped(articles, (article) => article.data.tags);

function pages(title, url, articles) {
  const count = Math.ceil(articles.length / PER_PAGE);
  const address = (number) => (number === 1 ? url : `${url}page/${number}/`);
  return Array.from({ length: count }, (_, at) => ({
    title,
    count,
    number: at + 1,
    url: address(at + 1),
    newer: at > 0 && address(at),
    older: at + 1 < count && address(at + 2),
    articles: articles.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
  }));
}

export default function configure(eleventy) {
  eleventy.addCollection("newest", newest);
  eleventy.addCollection("listPages", (api) => [
    ...pages("Bench", "/", newest(api)),
    ...categories(newest(api)).flatMap(([name, articles]) => pages(name, `/categories/${name}/`, articles)),
    ...tags(newest(api)).flatMap(([name, articles]) => pages(name, `/tags/${name}/`, articles)),
  ]);
  eleventy.addCollection("tagCounts", (api) => tags(newest(api)).map(([name, all]) => ({ name, count: all.length })));
  eleventy.addCollection("feeds", (api) => [
    { title: "Bench", url: "/", articles: newest(api).slice(0, IN_FEED) },
    ...categories(newest(api)).map(([name, all]) => ({
      title: name,
      url: `/categories/${name}/`,
      articles: all.slice(0, IN_FEED),
    })),
  ]);
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("iso", (date) => date.toISOString());
  eleventy.addFilter("mailDate", (date) => date.toUTCString());
  eleventy.addFilter("start", (html) => html.replace(/<[^>]*>/g, "").split(/\s+/).slice(0, 50).join(" "));
  return { dir: { input: "content", includes: "../layouts", output: "site" }, markdownTemplateEngine: false };
}
