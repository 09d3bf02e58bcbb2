package dev.portolan.client;

import picocli.CommandLine;

/** Says the help in the person's language; the options name their texts themselves. */
final class Help {

    private Help() {}

    static void explain(CommandLine command, Texts texts) {
        var spec = command.getCommandSpec();
        spec.resourceBundle(texts.bundle());
        var usage = spec.usageMessage();
        usage.description(texts.plain("help." + (spec.parent() == null ? "client" : spec.name())));
        usage.synopsisHeading(texts.plain("help.usage") + " ");
        usage.synopsisSubcommandLabel(texts.plain("help.command"));
        usage.optionListHeading("%n" + texts.plain("help.options") + "%n");
        usage.commandListHeading("%n" + texts.plain("help.commands") + "%n");
        usage.footer(texts.plain("help.footer").split("\n", -1));
        command.getSubcommands().values().forEach(each -> explain(each, texts));
    }
}
