/* Lays a text out with Pango and prints how long each run took, in nanoseconds.
 *
 * usage: layout_pango FAMILY SIZE WIDTH RUNS whole|paragraphs < text
 *
 * SIZE and WIDTH are pixels. FONTCONFIG_FILE names the fonts to use. The first
 * line of the output gives the version, the lines, and the glyphs without a face.
 */
#define _POSIX_C_SOURCE 200809L
#include <pango/pangoft2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static long long now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

struct counts {
  int lines, unknown;
};

static void set(PangoContext *context, const char *text, int length, int width,
                struct counts *counts) {
  PangoLayout *layout = pango_layout_new(context);
  PangoRectangle ink, logical;
  pango_layout_set_width(layout, width * PANGO_SCALE);
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify(layout, TRUE);
  pango_layout_set_auto_dir(layout, FALSE);
  pango_layout_set_text(layout, text, length);
  counts->lines += pango_layout_get_line_count(layout);
  /* Places of the lines, as a caller needs them to paint. */
  pango_layout_get_extents(layout, &ink, &logical);
  counts->unknown += pango_layout_get_unknown_glyphs_count(layout);
  g_object_unref(layout);
}

int main(int argc, char **argv) {
  if (argc != 6) return 2;
  int width = atoi(argv[3]), runs = atoi(argv[4]);
  int whole = strcmp(argv[5], "whole") == 0;

  size_t length = 0, room = 1 << 16;
  char *text = malloc(room);
  for (size_t n; text && (n = fread(text + length, 1, room - length, stdin)) > 0;) {
    length += n;
    if (length == room) text = realloc(text, room *= 2);
  }
  if (!text) return 2;

  PangoFontMap *map = pango_ft2_font_map_new();
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
  PangoContext *context = pango_font_map_create_context(map);
  PangoFontDescription *description = pango_font_description_new();
  pango_font_description_set_family(description, argv[1]);
  pango_font_description_set_absolute_size(description, atof(argv[2]) * PANGO_SCALE);
  pango_context_set_font_description(context, description);
  pango_context_set_base_dir(context, PANGO_DIRECTION_RTL);
  pango_context_set_round_glyph_positions(context, FALSE);

  for (int run = -3; run < runs; run++) { /* three to warm up */
    struct counts counts = {0, 0};
    long long start = now();
    if (whole) {
      set(context, text, (int)length, width, &counts);
    } else {
      for (const char *line = text, *end = text + length; line < end;) {
        const char *feed = memchr(line, '\n', end - line);
        int n = (int)((feed ? feed : end) - line);
        if (n > 0) set(context, line, n, width, &counts);
        line += n + 1;
      }
    }
    long long took = now() - start;
    if (run == -3)
      printf("%s %d %d\n", pango_version_string(), counts.lines, counts.unknown);
    if (run >= 0) printf("%lld\n", took);
  }
  return 0;
}
