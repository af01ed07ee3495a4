package br.com.recarga.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bundle does is seen in a browser, by the tests of the pages; here, what it is made of. */
class ModuleBundleTest {

    @Test
    void eachModuleComesOnceAndBeforeThoseThatImportIt() {
        String bundle = bundle(Map.of(
                "/pagina/app.js",
                """
                import {
                  a,
                  b as outro,
                } from './um.js';
                import texto from './texto.json' with { type: 'json' };
                import { c } from '/comum/dois.js';
                console.log(a, outro, texto, c);
                """,
                "/pagina/um.js",
                """
                // what this is for
                import { c } from '/comum/dois.js';

                /**
                 * What this does: export let.
                 */
                export * from '/comum/dois.js';
                export const a = 1;
                export async function b() {}
                """,
                "/comum/dois.js",
                """
                export class c {}
                  // why
                export default { d: 1 };
                """,
                "/pagina/texto.json",
                "{ \"chave\": \"export let\" }"));

        assertThat(bundle)
                .startsWith("(() => {\n'use strict';\n")
                .endsWith("})();\n")
                .containsOnlyOnce("class c {}\nconst $default = { d: 1 };\nreturn { c, default: $default };")
                .containsSubsequence(
                        "const $1 = (() => {\nclass c",
                        "const $2 = (() => {\nconst { c } = $1;",
                        "const a = 1;\nasync function b() {}\nreturn { ...$1, a, b };",
                        "const $3 = (() => {\nreturn { default: { \"chave\": \"export let\" } };",
                        "const { a,\n  b: outro, } = $2;\nconst { default: texto } = $3;\nconst { c } = $1;\nconsole.log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export let a = 1;",
                "export { a };",
                "import * as a from './a.js';",
                "import './a.js';",
                "import { a } from './a.js'; // why",
                "const here = import.meta.url;"
            })
    void whatIsNotUnderstoodIsRefusedAndNotGuessed(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle(Map.of("/pagina/app.js", "const b = 1;\n" + line + "\n", "/pagina/a.js", "")))
                .withMessageContaining("/pagina/app.js");
    }

    @Test
    void modulesThatImportEachOtherAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bundle(Map.of(
                        "/pagina/app.js", "import { a } from './a.js';\n",
                        "/pagina/a.js", "import { b } from './app.js';\nexport const a = b;\n")))
                .withMessageContaining("/pagina/app.js");
    }

    @Test
    void whatIsImportedOnlyOnceItIsNeededStaysAnImport() {
        assertThat(bundle(Map.of("/pagina/app.js", "const later = () =>\nimport('/x.js');\n")))
                .containsPattern(Pattern.quote("import('/x.js')"));
    }

    private static String bundle(Map<String, String> sources) {
        return ModuleBundle.of("/pagina/app.js", sources::get);
    }
}
