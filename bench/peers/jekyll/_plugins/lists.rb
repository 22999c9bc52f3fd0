# Jekyll itself has no pages of lists: posts by eight, all of them and for each tag.
module Bench
  PER_PAGE = 8

  class Lists < Jekyll::Generator
    def generate(site)
      newest = site.posts.docs.reverse
      add(site, "Articles", "/", newest)
      site.tags.each_key do |tag|
        tagged = newest.select { |post| post.data["tags"].include?(tag) }
        add(site, tag, "/tags/#{Jekyll::Utils.slugify(tag)}/", tagged)
      end
    end

    def add(site, title, base, posts)
      slices = posts.each_slice(PER_PAGE).to_a
      slices.each_with_index do |slice, i|
        folder = i.zero? ? base : "#{base}page/#{i + 1}/"
        page = Jekyll::PageWithoutAFile.new(site, site.source, folder, "index.html")
        page.data.merge!("layout" => "list", "title" => title, "posts" => slice,
                         "number" => i + 1, "total" => slices.length)
        site.pages << page
      end
    end
  end
end
