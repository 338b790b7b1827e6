"""The script by which each shell asks cqpair; in ASCII, whatever the shell takes a file for.

Each hands on the words before the cursor and the word under it, see `answer`. Candidates need not
begin with what was typed, as 巫山县 does not with `wush`: bash and PowerShell take them so, zsh by
`compadd -U`; fish is given a word that does.
"""

from collections.abc import Mapping

_BASH = r"""# Completion of cqpair in bash.
_cqpair() {
    local line kind=
    COMPREPLY=()
    while IFS= read -r line; do
        if [ -z "$kind" ]; then
            kind=$line
        else
            COMPREPLY+=("$line")
        fi
    done < <(
        _CQPAIR_COMPLETE=bash _CQPAIR_WORD="$2" COMP_TYPE="$COMP_TYPE" COLUMNS="$COLUMNS" \
            "${1/#\~/$HOME}" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null
    )
    case $kind in
        files) compopt -o default 2>/dev/null ;;
        folders) compopt -o dirnames 2>/dev/null ;;
    esac
    return 0
}
complete -o nosort -F _cqpair cqpair 2>/dev/null || complete -F _cqpair cqpair
"""

_ZSH = r"""#compdef cqpair
# Completion of cqpair in zsh.
_cqpair() {
    local line word kind wide=0
    local -a lines found shown
    lines=("${(@f)$(_CQPAIR_COMPLETE=zsh _CQPAIR_WORD="${(Q)PREFIX}" \
        "${(Q)words[1]/#\~/$HOME}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)}")
    kind=${lines[1]}
    lines=("${(@)lines[2,-1]}")
    case $kind in
        files) compset -P '--*='; _files; return ;;
        folders) compset -P '--*='; _files -/; return ;;
        words) found=("${(@)lines%%$'\t'*}") ;;
    esac
    (( ${#lines} )) || return 1
    for word in "${(@)found}"; do
        (( ${(m)#word} > wide )) && wide=${(m)#word}
    done
    for line in "${(@)lines}"; do
        word=${line%%$'\t'*}
        [[ $line == *$'\t'?* ]] && word="${(mr:wide:)word}  -- ${line#*$'\t'}"
        shown+=("$word")
    done
    if [[ ${lines[1]} == *$'\t'?* ]]; then
        compadd -l -U -V cqpair -d shown -a found
    else
        compadd -U -V cqpair -a found
    fi
    # What several have in common replaces the word only where all begin with it.
    (( ${#found} > 1 && ${#found:#${(Q)PREFIX}*} )) || return 0
    if [[ $compstate[insert] == *unambiguous* ]]; then
        compstate[insert]=
        compstate[list]='list force'
    fi
}
if (( ! $+functions[compdef] )); then
    autoload -Uz compinit && compinit -i
fi
compdef _cqpair cqpair
"""

_FISH = r"""# Completion of cqpair in fish.
function __cqpair_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -lx _CQPAIR_COMPLETE fish
    set -lx _CQPAIR_WORD $word
    set -l lines ($before 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path $word
        case folders
            __fish_complete_directories $word
        case words
            printf '%s\n' $lines[2..-1]
    end
end
complete -c cqpair -e
complete -c cqpair -k -f -a '(__cqpair_complete)'
"""

_POWERSHELL = r"""# Completion of cqpair in PowerShell.
Register-ArgumentCompleter -Native -CommandName cqpair -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($_.Value -is [string]) { $_.Value } else { $_.Extent.Text } })
    $program = $words[0]
    $before = @($words | Select-Object -Skip 1)
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $env:_CQPAIR_COMPLETE = 'powershell'
        $env:_CQPAIR_WORD = $wordToComplete
        $lines = @(& $program @before 2>$null)
    } finally {
        $env:_CQPAIR_COMPLETE = $null
        $env:_CQPAIR_WORD = $null
        [Console]::OutputEncoding = $encoding
    }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $word, $told = $_ -split "`t", 2
        if (-not $told) { $told = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $told)
    }
}
"""

SCRIPTS: Mapping[str, str] = {
    "bash": _BASH,
    "zsh": _ZSH,
    "fish": _FISH,
    "powershell": _POWERSHELL,
}
"""By the name of the shell, as a person says it."""
