package org.mizan.bench.client;

import java.util.LinkedHashMap;
import java.util.Map;

/** The procedures of {@link LargeApplication} in tRPC, as its documentation writes them: 100 routers with 10 each. */
final class TrpcApplication {
    static final String VALUE = "{ id: 1, name: 'n', active: true, tags: ['t'], weight: 1 }";

    private TrpcApplication() {}

    /** Modules by name. */
    static Map<String, String> modules() {
        var modules = new LinkedHashMap<String, String>();
        modules.put("trpc.ts", """
                import { initTRPC } from '@trpc/server'

                export const t = initTRPC.create()
                """);
        var imports = new StringBuilder("import { t } from './trpc'\n");
        var members = new StringBuilder();
        var calls = new StringBuilder();
        for (int bean = 0; bean < LargeApplication.BEANS; bean++) {
            modules.put("part" + bean + ".ts", router(bean));
            imports.append("import { part%d } from './part%d'\n".formatted(bean, bean));
            members.append("  part%d,\n".formatted(bean));
            for (int n = 0; n < LargeApplication.FUNCTIONS_EACH; n++) {
                calls.append("  ;(await client.part%d.%s).tags.join()\n"
                        .formatted(
                                bean,
                                n < LargeApplication.READS_EACH
                                        ? "read" + n + ".query({ id: 1, region: 'r' })"
                                        : "change" + n + ".mutate({ id: 1, value: " + VALUE + " })"));
            }
        }
        modules.put(
                "app.ts",
                imports + "\nexport const app = t.router({\n" + members + "})\n\nexport type App = typeof app\n");
        modules.put("calls.ts", """
                import { createTRPCClient, httpBatchLink } from '@trpc/client'
                import type { App } from './app'

                export async function all() {
                  const client = createTRPCClient<App>({ links: [httpBatchLink({ url: '/trpc' })] })
                %s}
                """.formatted(calls));
        return modules;
    }

    private static String router(int bean) {
        var types = new StringBuilder();
        var procedures = new StringBuilder();
        for (int n = 0; n < LargeApplication.FUNCTIONS_EACH; n++) {
            types.append("""

                    export interface Output%d {
                      id: number
                      name: string
                      price: string
                      tags: string[]
                      counts: Record<string, number>
                      next: Output%d | null
                    }
                    """.formatted(n, n));
            boolean reads = n < LargeApplication.READS_EACH;
            procedures.append("""
                      %s: t.procedure
                        .input(z.object({ id: z.number(), %s }))
                        .%s(({ input }): Output%d => give(input.id)),
                    """.formatted(
                            (reads ? "read" : "change") + n,
                            reads
                                    ? "region: z.string()"
                                    : "value: z.object({ id: z.number(), name: z.string().max(80), active: z.boolean(),"
                                            + " tags: z.array(z.string()), weight: z.number() })",
                            reads ? "query" : "mutation",
                            n));
        }
        return """
                import { z } from 'zod'
                import { t } from './trpc'
                %s
                function give(id: number): never {
                  throw new Error(String(id))
                }

                export const part%d = t.router({
                %s})
                """.formatted(types, bean, procedures);
    }
}
